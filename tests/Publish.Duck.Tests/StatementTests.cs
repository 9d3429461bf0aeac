using System.Text;

namespace Publish.Duck.Tests;

public sealed class StatementTests : DuckTest
{
    [Fact]
    public void Every_type_is_bound_and_comes_back()
    {
        Assert.Equal([true], Bound<bool>(s => s.Bind(1, true), "BOOLEAN"));
        Assert.Equal([int.MinValue], Bound<int>(s => s.Bind(1, int.MinValue), "INTEGER"));
        Assert.Equal([long.MinValue], Bound<long>(s => s.Bind(1, long.MinValue), "BIGINT"));
        Assert.Equal([Int128.MinValue], Bound<Int128>(s => s.Bind(1, Int128.MinValue), "HUGEINT"));
        Assert.Equal([-1], Bound<Int128>(s => s.Bind(1, (Int128)(-1)), "HUGEINT"));
        Assert.Equal([0.1], Bound<double>(s => s.Bind(1, 0.1), "DOUBLE"));
        Assert.Equal([-1], Bound<int>(s => s.Bind(1, new DateOnly(1969, 12, 31)), "DATE"));
        Assert.Equal([-1], Bound<long>(s => s.Bind(1, DateTime.UnixEpoch.AddMicroseconds(-1)), "TIMESTAMP"));
        Assert.Equal([null], Bound<int>(s => s.BindNull(1), "INTEGER"));
        Assert.Equal([-1230], Bound<long>(s => s.BindDecimal(1, -123, DuckType.Decimal(18, 1)), "DECIMAL(18,2)"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("it's \"quoted\"")]
    [InlineData("żółć and a text well beyond twelve bytes")]
    public void Texts_are_bound_whole(string text)
    {
        using var statement = Connection.Prepare("SELECT $1::VARCHAR, $2::VARCHAR");
        statement.Bind(1, text);
        statement.BindUtf8(2, Encoding.UTF8.GetBytes(text));
        using (var result = statement.Query())
        {
            Assert.Equal([text], Texts(result));
        }

        using (var result = statement.Query())
        {
            Assert.Equal([text], Texts(result, 1));
        }
    }

    [Fact]
    public void A_statement_runs_again_with_other_values()
    {
        Connection.Execute("CREATE TABLE t (i INTEGER)");
        using var statement = Connection.Prepare("INSERT INTO t SELECT * FROM range($1)");
        statement.Bind(1, 2L);
        Assert.Equal(2, statement.Execute());
        statement.Bind(1, 3L);
        Assert.Equal(3, statement.Execute());
    }

    [Fact]
    public void Its_columns_are_known_before_it_runs()
    {
        using var statement = Connection.Prepare("SELECT 1::DECIMAL(18,2) AS x, 'a' AS y");
        Assert.Equal([new("x", DuckType.Decimal(18, 2)), new("y", DuckType.Varchar)], statement.Columns);
    }

    [Fact]
    public void A_parameter_that_is_not_there_is_a_programming_error()
    {
        using var statement = Connection.Prepare("SELECT $1::INTEGER");
        Assert.Throws<ArgumentException>(() => statement.Bind(2, 1));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        using var statement = Connection.Prepare("SELECT $1::VARCHAR");
        Assert.Throws<ArgumentException>(() => statement.BindUtf8(1, [0xC3, 0x28]));
    }

    private List<T?> Bound<T>(Action<DuckStatement> bind, string type)
        where T : unmanaged
    {
        using var statement = Connection.Prepare($"SELECT $1::{type}");
        bind(statement);
        using var result = statement.Query();
        return Column<T>(result);
    }
}
