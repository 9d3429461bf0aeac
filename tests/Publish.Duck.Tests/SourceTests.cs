namespace Publish.Duck.Tests;

public sealed class SourceTests : DuckTest
{
    private static readonly DuckColumn[] Columns = [new("n", DuckType.BigInt), new("t", DuckType.Varchar)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_row_is_read_once_whatever_the_threads(int threads)
    {
        Connection.RegisterSource("numbers", Columns, new Numbers(1_000_000, threads));
        Assert.Equal([1_000_000L], Column<long>("SELECT count(DISTINCT n) FROM numbers() WHERE t = 'even' OR n % 2 = 1"));
        Assert.Equal([499_999_500_000L], Column<long>("SELECT sum(n)::BIGINT FROM numbers()"));
    }

    [Fact]
    public void One_thread_keeps_the_order()
    {
        Connection.RegisterSource("numbers", Columns, new Numbers(100_000, 1));
        Assert.Equal(Enumerable.Range(0, 100_000).Select(n => (long?)n), Column<long>("SELECT n FROM numbers()"));
    }

    [Fact]
    public void An_empty_source_gives_no_rows()
    {
        Connection.RegisterSource("numbers", Columns, new Numbers(0, 2));
        Assert.Empty(Column<long>("SELECT n FROM numbers()"));
    }

    [Fact]
    public void Readers_are_disposed_at_the_end_and_after_a_failure()
    {
        var numbers = new Numbers(100_000, 2);
        Connection.RegisterSource("numbers", Columns, numbers);
        Connection.Execute("CREATE TABLE a AS SELECT * FROM numbers()");
        Assert.True(numbers.Opened > 0);
        Assert.Equal(numbers.Opened, numbers.Disposed);

        var failing = new Numbers(100_000, 2) { FailsAt = 50_000 };
        Connection.RegisterSource("failing", Columns, failing);
        Assert.Throws<FormatException>(() => Connection.Execute("CREATE TABLE b AS SELECT * FROM failing()"));
        Assert.Equal(failing.Opened, failing.Disposed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_reader_throws_reaches_the_caller_as_it_is(int threads)
    {
        var source = new Numbers(1_000_000, threads) { FailsAt = 100_000 };
        Connection.RegisterSource("numbers", Columns, source);
        Assert.Same(source.Failure, Assert.Throws<FormatException>(() => Connection.Execute("CREATE TABLE a AS SELECT * FROM numbers()")));
        Assert.Same(source.Failure, Assert.Throws<FormatException>(() => Column<Int128>("SELECT sum(n) FROM numbers()")));

        // The connection lives on.
        Assert.Equal([1], Column<int>("SELECT 1"));
    }

    [Fact]
    public void What_opening_throws_reaches_the_caller_as_it_is()
    {
        var source = new Numbers(10, 1) { FailsAtOpening = true };
        Connection.RegisterSource("numbers", Columns, source);
        Assert.Same(source.Failure, Assert.Throws<FormatException>(() => Column<long>("SELECT n FROM numbers()")));
    }

    [Fact]
    public void A_failure_does_not_turn_up_in_another_query()
    {
        Connection.RegisterSource("numbers", Columns, new Numbers(10, 1) { FailsAt = 5 });
        Assert.Throws<FormatException>(() => Connection.Execute("CREATE TABLE a AS SELECT * FROM numbers()"));
        Assert.Throws<DuckException>(() => Connection.Execute("nonsense"));
    }

    [Fact]
    public void More_rows_than_a_chunk_holds_are_a_fault_of_the_source()
    {
        Connection.RegisterSource("numbers", Columns, new Numbers(10, 1) { Claims = 2049 });
        Assert.Throws<InvalidOperationException>(() => Column<long>("SELECT n FROM numbers()"));
    }

    [Fact]
    public void A_writer_kept_after_the_call_throws()
    {
        var source = new Numbers(10, 1);
        Connection.RegisterSource("numbers", Columns, source);
        Assert.Equal(10, Column<long>("SELECT n FROM numbers()").Count);
        Assert.Throws<InvalidOperationException>(() => source.Kept!.Values<long>(0).Length);
    }

    [Fact]
    public void A_cancelled_token_ends_a_source_without_end()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new Numbers(long.MaxValue, 2) { AtRow = (100_000, cancellation.Cancel) };
        Connection.RegisterSource("numbers", Columns, source);
        Assert.Throws<OperationCanceledException>(
            () => Connection.Execute("CREATE TABLE a AS SELECT sum(n % 2) FROM numbers()", cancellation.Token));
        Assert.Equal(source.Opened, source.Disposed);
    }

    [Fact]
    public void Names_with_quotes_and_other_letters_work()
    {
        const string Name = "a \"ż\" ; DROP";
        Connection.RegisterSource(Name, [new("col \"ż\"", DuckType.BigInt), new("t", DuckType.Varchar)], new Numbers(3, 1));
        Assert.Equal([0L, 1L, 2L], Column<long>($"SELECT \"col \"\"ż\"\"\" FROM {DuckSql.Identifier(Name)}()"));
    }

    [Fact]
    public void Columns_a_source_cannot_give_are_refused()
    {
        Assert.Throws<ArgumentException>(
            () => Connection.RegisterSource("lists", [new("l", DuckType.List(DuckType.Integer))], new Numbers(1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Connection.RegisterSource("none", [], new Numbers(1, 1)));
    }
}
