namespace Publish.Duck.Tests;

public sealed class FailureTests : DuckTest
{
    private const string Canary = "CANARY-QQ123456C";

    [Fact]
    public void Too_much_for_the_memory_is_a_typed_error_and_the_database_lives_on()
    {
        using var database = Scratch.Open(memory: 32 << 20, temporary: 0, at: Path.Combine(Scratch.Root, "small"));
        using var connection = database.Connect();
        var fault = Assert.Throws<DuckException>(() => connection.Execute(
            "CREATE TABLE t AS SELECT i, repeat('x', 100) || i AS s FROM range(3000000) r(i)"));
        Assert.Equal(DuckErrorType.OutOfMemory, fault.Type);
        Assert.True(fault.Code == DuckCodes.OutOfMemory || fault.Code == DuckCodes.TemporarySpaceFull);
        using var result = connection.Query("SELECT 1");
        Assert.True(result.TryReadChunk(out _));
    }

    [Fact]
    public void Too_much_for_the_memory_while_streaming_and_appending_is_a_typed_error()
    {
        using var database = Scratch.Open(memory: 32 << 20, temporary: 0, at: Path.Combine(Scratch.Root, "small"));
        using var connection = database.Connect();
        Assert.Equal(DuckErrorType.OutOfMemory, Assert.Throws<DuckException>(() =>
        {
            using var result = connection.Query("SELECT DISTINCT repeat('x', 50) || i FROM range(5000000) r(i)");
            while (result.TryReadChunk(out _))
            {
            }
        }).Type);

        connection.Execute("CREATE TABLE t (i BIGINT)");
        using var appender = connection.Append("t");
        Assert.Equal(DuckErrorType.OutOfMemory, Assert.Throws<DuckException>(() =>
        {
            for (var chunk = 0; chunk < 10_000; chunk++)
            {
                appender.Append(DuckChunkWriter.Capacity);
            }
        }).Type);
    }

    [Fact]
    public void Too_much_for_the_temporary_space_says_so()
    {
        using var database = Scratch.Open(memory: 32 << 20, temporary: 8 << 20, at: Path.Combine(Scratch.Root, "small"));
        using var connection = database.Connect();
        var fault = Assert.Throws<DuckException>(() => connection.Execute(
            "CREATE TABLE t AS SELECT i, hash(i) AS h, hash(i + 1) AS g FROM range(10000000) r(i)"));
        Assert.Equal(DuckErrorType.OutOfMemory, fault.Type);
        Assert.Same(DuckCodes.TemporarySpaceFull, fault.Code);
    }

    [Fact]
    public void A_cancelled_token_interrupts_a_running_statement()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var fault = Assert.Throws<OperationCanceledException>(() => Connection.Execute(
            "SELECT sum(hash(a.i + b.i)) FROM range(10000000) a(i), range(1000000) b(i)", cancellation.Token));
        Assert.Equal(cancellation.Token, fault.CancellationToken);
        Assert.Equal([1], Column<int>("SELECT 1"));
    }

    [Fact]
    public void A_cancelled_token_interrupts_a_stream()
    {
        using var cancellation = new CancellationTokenSource();
        using var result = Connection.Query("SELECT a.i FROM range(10000000) a(i), range(1000000) b(i)", cancellation.Token);
        Assert.True(result.TryReadChunk(out _));
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => result.TryReadChunk(out _));
    }

    [Fact]
    public void A_cancelled_token_interrupts_the_start_of_a_stream()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.Throws<OperationCanceledException>(() =>
        {
            using var result = Connection.Query(
                "SELECT sum(hash(a.i + b.i)) FROM range(10000000) a(i), range(1000000) b(i)", cancellation.Token);
            result.TryReadChunk(out _);
        });
        Assert.Equal([1], Column<int>("SELECT 1"));
    }

    [Fact]
    public void A_token_cancelled_before_starts_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Connection.Execute("CREATE TABLE t (i INTEGER)", cancelled.Token));
        Assert.Equal([0L], Column<long>("SELECT count(*) FROM duckdb_tables()"));
    }

    [Theory]
    [InlineData("SELECT CAST('" + Canary + "' AS INTEGER)", DuckErrorType.Conversion)]
    [InlineData("SELECT t.i::INTEGER FROM (SELECT '" + Canary + "' || r.i AS i FROM range(3) r(i)) t", DuckErrorType.Conversion)]
    [InlineData("SELECT \"" + Canary + "\"", DuckErrorType.Binder)]
    [InlineData("SELECT * FROM \"" + Canary + "\"", DuckErrorType.Catalog)]
    [InlineData("SELEKT '" + Canary + "'", DuckErrorType.Parser)]
    [InlineData("SELECT error('" + Canary + "')", DuckErrorType.InvalidInput)]
    [InlineData("SELECT * FROM read_text('/" + Canary + "')", DuckErrorType.Permission)]
    [InlineData("SELECT 170141183460469231731687303715884105727 + length('" + Canary + "')", DuckErrorType.OutOfRange)]
    public void No_error_tells_data_or_paths(string sql, DuckErrorType type)
    {
        foreach (var run in (Action[])[() => Connection.Execute(sql), () => Read(sql)])
        {
            var fault = Assert.Throws<DuckException>(run);
            Assert.Equal(type, fault.Type);
            Assert.Null(fault.InnerException);
            Assert.Empty(fault.Data);
            Assert.DoesNotContain("CANARY", fault.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void An_error_while_streaming_is_typed()
    {
        using var result = Connection.Query(
            "SELECT (CASE WHEN i = 500000 THEN 'x' ELSE '1' END)::INTEGER FROM range(1000000) r(i)");
        Assert.Equal(DuckErrorType.Conversion, Assert.Throws<DuckException>(() =>
        {
            while (result.TryReadChunk(out _))
            {
            }
        }).Type);
    }

    [Fact]
    public void A_sum_that_grows_too_large_is_a_value_out_of_range()
    {
        var fault = Assert.Throws<DuckException>(() => Connection.Execute(
            "SELECT sum(x) FROM (VALUES (170141183460469231731687303715884105727::HUGEINT), (1)) t(x)"));
        Assert.Same(DuckCodes.ValueOutOfRange, fault.Code);
    }

    private void Read(string sql)
    {
        using var result = Connection.Query(sql);
        while (result.TryReadChunk(out _))
        {
        }
    }
}
