namespace Publish.Duck.Tests;

public sealed class SqlTests : DuckTest
{
    [Theory]
    [InlineData("plain")]
    [InlineData("SELECT")]
    [InlineData("with \"quotes\" and 'others'")]
    [InlineData("ż; DROP TABLE t --")]
    [InlineData("line\nbreak and \\ backslash")]
    public void Names_and_texts_come_back_as_they_were(string text)
    {
        using var result = Connection.Query($"SELECT {DuckSql.Literal(text)} AS {DuckSql.Identifier(text)}");
        Assert.Equal(text, result.Columns[0].Name);
        Assert.Equal([text], Texts(result));
    }

    [Fact]
    public void NUL_and_empty_names_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DuckSql.Identifier(""));
        Assert.Throws<ArgumentException>(() => DuckSql.Identifier("a\0"));
        Assert.Throws<ArgumentException>(() => DuckSql.Literal("a\0"));
        Assert.Equal("''", DuckSql.Literal(""));
    }
}
