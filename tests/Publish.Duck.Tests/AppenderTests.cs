using System.Globalization;
using System.Text;

namespace Publish.Duck.Tests;

public sealed class AppenderTests : DuckTest
{
    [Fact]
    public void Every_type_is_appended_over_several_chunks_and_read_back()
    {
        Connection.Execute(
            "CREATE TABLE t (i INTEGER, l BIGINT, h HUGEINT, b BOOLEAN, d DATE, m TIMESTAMP, f DOUBLE,"
            + " c4 DECIMAL(4,2), c9 DECIMAL(9,2), c18 DECIMAL(18,2), c38 DECIMAL(38,2), s VARCHAR)");
        const int Rows = 5000;
        using (var appender = Connection.Append("t"))
        {
            for (var start = 0; start < Rows; start += DuckChunkWriter.Capacity)
            {
                var count = Math.Min(DuckChunkWriter.Capacity, Rows - start);
                for (var row = 0; row < count; row++)
                {
                    Fill(appender.Chunk, row, start + row);
                }

                appender.Append(count);
            }

            appender.Complete();
        }

        // The expected values are made by SQL, not by the code that wrote them.
        Assert.Equal([0L], Column<long>(
            """
            SELECT count(*) FROM (
              (SELECT * FROM t EXCEPT ALL SELECT * FROM (
                SELECT n::INTEGER, n * 4294967296, n::HUGEINT * 18446744073709551616 * -1, n % 2 = 1,
                  DATE '1970-01-01' + n::INTEGER, make_timestamp(n * -1000000), n / 2,
                  (n % 100)::DECIMAL(4,2) / 1, (n / 100)::DECIMAL(9,2), -n::DECIMAL(18,2), n::DECIMAL(38,2),
                  CASE WHEN n % 7 = 0 THEN NULL ELSE repeat('é', (n % 20)::INTEGER) || n END
                FROM range(5000) r(n))))
            """));
        Assert.Equal([5000L], Column<long>("SELECT count(*) FROM t"));
        Assert.Equal([715L], Column<long>("SELECT count(*) FROM t WHERE s IS NULL"));
    }

    [Fact]
    public void A_text_slot_left_alone_is_empty_and_never_what_lay_there_before()
    {
        Connection.Execute("CREATE TABLE t (s VARCHAR)");
        using (var appender = Connection.Append("t"))
        {
            appender.Chunk.SetUtf8(0, 0, "a text that lies on the heap of its chunk"u8);
            appender.Append(1);
            appender.Append(1);
            appender.Complete();
        }

        Assert.Equal(["a text that lies on the heap of its chunk", ""], Texts("SELECT s FROM t"));
    }

    [Fact]
    public void A_null_does_not_stay_for_the_next_chunk()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER)");
        using (var appender = Connection.Append("t"))
        {
            appender.Chunk.SetNull(0, 0);
            appender.Append(1);
            appender.Chunk.Values<int>(0)[0] = 7;
            appender.Append(1);
            appender.Complete();
        }

        Assert.Equal([null, 7], Column<int>("SELECT i FROM t"));
    }

    [Fact]
    public async Task Two_threads_append_to_one_table()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER, s VARCHAR)");
        await Task.WhenAll(Task.Run(() => Fill(0)), Task.Run(() => Fill(1)));
        Assert.Equal([1_000_000L], Column<long>("SELECT count(DISTINCT i) FROM t WHERE s = 'row number ' || i"));

        void Fill(int parity)
        {
            using var connection = Database.Connect();
            using var appender = connection.Append("t");
            for (var next = 0; next < 500_000;)
            {
                var count = Math.Min(DuckChunkWriter.Capacity, 500_000 - next);
                var numbers = appender.Chunk.Values<int>(0);
                for (var row = 0; row < count; row++, next++)
                {
                    numbers[row] = (2 * next) + parity;
                    appender.Chunk.SetUtf8(1, row, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"row number {numbers[row]}")));
                }

                appender.Append(count);
            }

            appender.Complete();
        }
    }

    [Fact]
    public void Without_completion_nothing_is_kept()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER)");
        using (var appender = Connection.Append("t"))
        {
            appender.Append(100);
        }

        Assert.Equal([0L], Column<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_missing_table_is_a_typed_error()
    {
        var fault = Assert.Throws<DuckException>(() => Connection.Append("nowhere"));
        Assert.Equal(DuckErrorType.Catalog, fault.Type);
    }

    [Fact]
    public void A_wrong_type_or_text_or_row_is_refused()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER, s VARCHAR)");
        using var appender = Connection.Append("t");
        Assert.Throws<InvalidOperationException>(() => appender.Chunk.Values<long>(0).Length);
        Assert.Throws<InvalidOperationException>(() => appender.Chunk.SetUtf8(0, 0, "x"u8));
        Assert.Throws<ArgumentException>(() => appender.Chunk.SetUtf8(1, 0, [0xFF]));
        Assert.Throws<ArgumentOutOfRangeException>(() => appender.Chunk.SetUtf8(1, 2048, "x"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => appender.Chunk.SetNull(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => appender.Append(2049));
    }

    [Fact]
    public void After_completion_the_chunk_is_closed()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER)");
        using var appender = Connection.Append("t");
        appender.Complete();
        Assert.Throws<InvalidOperationException>(() => appender.Chunk.Values<int>(0).Length);
    }

    [Fact]
    public void A_broken_constraint_is_a_typed_error()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER NOT NULL)");
        using var appender = Connection.Append("t");
        appender.Chunk.SetNull(0, 0);
        var fault = Assert.Throws<DuckException>(() =>
        {
            appender.Append(1);
            appender.Complete();
        });
        Assert.Equal(DuckErrorType.Constraint, fault.Type);
    }

    private static void Fill(DuckChunkWriter chunk, int row, int n)
    {
        chunk.Values<int>(0)[row] = n;
        chunk.Values<long>(1)[row] = (long)n << 32;
        chunk.Values<Int128>(2)[row] = -((Int128)n << 64);
        chunk.Values<bool>(3)[row] = n % 2 == 1;
        chunk.Values<int>(4)[row] = DuckTime.Days(new DateOnly(1970, 1, 1).AddDays(n));
        chunk.Values<long>(5)[row] = n * -1_000_000L;
        chunk.Values<double>(6)[row] = n / 2.0;
        chunk.Values<short>(7)[row] = (short)(n % 100 * 100);
        chunk.Values<int>(8)[row] = n;
        chunk.Values<long>(9)[row] = n * -100L;
        chunk.Values<Int128>(10)[row] = n * 100;
        if (n % 7 == 0)
        {
            chunk.SetNull(11, row);
        }
        else
        {
            chunk.SetUtf8(11, row, Encoding.UTF8.GetBytes(new string('é', n % 20) + n.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
