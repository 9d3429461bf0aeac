namespace Publish.Duck.Tests;

public sealed class QueryTests : DuckTest
{
    [Fact]
    public void Integers_of_every_width_are_read_with_their_bounds_and_nulls()
    {
        Assert.Equal([-128, null, 127], Column<sbyte>("SELECT unnest([-128, NULL, 127]::TINYINT[])"));
        Assert.Equal([-32768, null, 32767], Column<short>("SELECT unnest([-32768, NULL, 32767]::SMALLINT[])"));
        Assert.Equal([int.MinValue, null, int.MaxValue], Column<int>("SELECT unnest([-2147483648, NULL, 2147483647]::INTEGER[])"));
        Assert.Equal([long.MinValue, null, long.MaxValue], Column<long>("SELECT unnest([-9223372036854775808, NULL, 9223372036854775807]::BIGINT[])"));
        Assert.Equal([255], Column<byte>("SELECT 255::UTINYINT"));
        Assert.Equal([65535], Column<ushort>("SELECT 65535::USMALLINT"));
        Assert.Equal([uint.MaxValue], Column<uint>("SELECT 4294967295::UINTEGER"));
        Assert.Equal([ulong.MaxValue], Column<ulong>("SELECT 18446744073709551615::UBIGINT"));
        Assert.Equal(
            [Int128.MinValue, null, Int128.MaxValue, -1],
            Column<Int128>("SELECT unnest([-170141183460469231731687303715884105728, NULL, 170141183460469231731687303715884105727, -1]::HUGEINT[])"));
    }

    [Fact]
    public void Floats_and_truth_values_are_read()
    {
        Assert.Equal([0.1, null, double.NegativeInfinity], Column<double>("SELECT unnest(['0.1', NULL, '-inf']::DOUBLE[])"));
        Assert.Equal([0.1f], Column<float>("SELECT 0.1::FLOAT"));
        Assert.Equal([true, null, false], Column<bool>("SELECT unnest([true, NULL, false])"));
    }

    [Fact]
    public void Dates_and_times_are_counted_from_1970()
    {
        Assert.Equal(
            [new(1969, 12, 31), null, new(2026, 10, 1), DateOnly.MaxValue],
            Column<int>("SELECT unnest([DATE '1969-12-31', NULL, DATE '2026-10-01', DATE '9999-12-31'])")
                .Select(days => days is { } known ? DuckTime.Date(known) : (DateOnly?)null));
        Assert.Equal(
            [new DateTime(1969, 12, 31, 23, 59, 59, 999, 999), new DateTime(2026, 10, 1, 12, 30, 0)],
            Column<long>("SELECT unnest([TIMESTAMP '1969-12-31 23:59:59.999999', TIMESTAMP '2026-10-01 12:30:00'])")
                .Select(time => DuckTime.Time(time!.Value)));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(9, 2)]
    [InlineData(18, 2)]
    [InlineData(38, 2)]
    public void A_decimal_of_any_width_is_read_unscaled(int width, int scale)
    {
        using var result = Connection.Query($"SELECT -12.3::DECIMAL({width},{scale}) AS d");
        Assert.Equal(new DuckColumn("d", DuckType.Decimal(width, scale)), Assert.Single(result.Columns));
        Assert.True(result.TryReadChunk(out var chunk));
        Assert.Equal(scale == 1 ? -123 : -1230, chunk[0].Unscaled(0));
    }

    [Fact]
    public void Texts_short_and_long_are_read_as_UTF_8()
    {
        string?[] texts = ["", "a", "twelve bytes", "thirteen byte", null, "żółć", new string('x', 100_000), "Владимир"];
        Assert.Equal(
            texts,
            Texts("SELECT unnest(['', 'a', 'twelve bytes', 'thirteen byte', NULL, 'żółć', repeat('x', 100000), 'Владимир'])"));
    }

    [Fact]
    public void Lists_are_entries_into_one_vector_of_elements()
    {
        using var result = Connection.Query("SELECT unnest([[1, 2, 3], [], NULL, [4, NULL]])");
        Assert.Equal(DuckType.List(DuckType.Integer), result.Columns[0].Type);
        Assert.Equal("INTEGER[]", result.Columns[0].Type.ToString());
        Assert.True(result.TryReadChunk(out var chunk));
        var lists = chunk[0];
        Assert.Equal([false, false, true, false], [lists.IsNull(0), lists.IsNull(1), lists.IsNull(2), lists.IsNull(3)]);
        var elements = lists.Elements();
        var first = lists.Lists()[0];
        Assert.Equal([1, 2, 3], elements.Values<int>().Slice((int)first.Offset, (int)first.Length).ToArray());
        Assert.Equal(0, lists.Lists()[1].Length);
        var last = lists.Lists()[3];
        Assert.Equal(4, elements.Values<int>()[(int)last.Offset]);
        Assert.True(elements.IsNull((int)last.Offset + 1));
    }

    [Fact]
    public void Lists_over_several_chunks_keep_their_elements()
    {
        using var result = Connection.Query("SELECT range(i, i + i % 5) FROM range(10000) t(i) ORDER BY i");
        var row = 0L;
        while (result.TryReadChunk(out var chunk))
        {
            var values = chunk[0].Elements().Values<long>();
            foreach (var list in chunk[0].Lists())
            {
                Assert.Equal(row % 5, list.Length);
                for (var n = 0; n < list.Length; n++)
                {
                    Assert.Equal(row + n, values[(int)list.Offset + n]);
                }

                row++;
            }
        }

        Assert.Equal(10_000, row);
    }

    [Fact]
    public void Several_chunks_are_streamed_in_order_with_their_first_row()
    {
        using var result = Connection.Query("SELECT i FROM range(10000) t(i)");
        var rows = 0L;
        var chunks = 0;
        while (result.TryReadChunk(out var chunk))
        {
            Assert.Equal(rows, chunk.FirstRow);
            foreach (var value in chunk[0].Values<long>())
            {
                Assert.Equal(rows++, value);
            }

            chunks++;
        }

        Assert.Equal(10_000, rows);
        Assert.True(chunks >= 5);
        Assert.False(result.TryReadChunk(out _));
    }

    [Fact]
    public void Validity_is_a_bit_a_row_and_empty_when_all_rows_have_a_value()
    {
        using (var result = Connection.Query("SELECT i FROM range(100) t(i)"))
        {
            Assert.True(result.TryReadChunk(out var chunk));
            Assert.True(chunk[0].Validity.IsEmpty);
        }

        using (var result = Connection.Query("SELECT CASE WHEN i % 3 = 0 THEN i END FROM range(100) t(i)"))
        {
            Assert.True(result.TryReadChunk(out var chunk));
            var validity = chunk[0].Validity;
            Assert.Equal(2, validity.Length);
            for (var row = 0; row < 100; row++)
            {
                Assert.Equal(row % 3 == 0, (validity[row / 64] >> (row % 64) & 1) == 1);
                Assert.Equal(row % 3 != 0, chunk[0].IsNull(row));
            }
        }
    }

    [Fact]
    public void An_empty_result_has_columns_and_no_chunk()
    {
        using var result = Connection.Query("SELECT 1 AS \"one\", 'x' AS \"two\" WHERE false");
        Assert.Equal(["one", "two"], result.Columns.Select(column => column.Name));
        Assert.Equal([DuckType.Integer, DuckType.Varchar], result.Columns.Select(column => column.Type));
        Assert.False(result.TryReadChunk(out _));
    }

    [Fact]
    public void Reading_a_column_as_another_type_is_refused()
    {
        using var result = Connection.Query("SELECT 1, 'x', [1]");
        var refused = 0;
        Assert.True(result.TryReadChunk(out var chunk));
        foreach (var column in (int[])[0, 1, 2])
        {
            try
            {
                _ = chunk[column].Values<long>();
            }
            catch (InvalidOperationException)
            {
                refused++;
            }
        }

        Assert.Equal(3, refused);
    }

    [Fact]
    public void Statements_tell_the_rows_they_changed()
    {
        Assert.Equal(5, Connection.Execute("CREATE TABLE t (i INTEGER); INSERT INTO t SELECT * FROM range(5)"));
        Assert.Equal(2, Connection.Execute("DELETE FROM t WHERE i > 2"));
    }

    [Fact]
    public void A_result_left_half_read_does_not_hinder_the_next_query()
    {
        using (var result = Connection.Query("SELECT i FROM range(10000000) t(i)"))
        {
            Assert.True(result.TryReadChunk(out _));
        }

        Assert.Equal([1], Column<int>("SELECT 1"));
    }

    [Fact]
    public void Sql_with_NUL_is_refused_instead_of_cut_short()
    {
        Assert.Throws<ArgumentException>(() => Connection.Execute("SELECT 1\0; nonsense"));
        Assert.Throws<ArgumentException>(() => Connection.Query("SELECT 1\0"));
    }
}
