namespace Publish.Policies.Tests;

public sealed class NamesTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("0", true)]
    [InlineData("northshire-council", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a_b", false)]
    [InlineData("a.b", false)]
    [InlineData("a/b", false)]
    [InlineData("Name", false)]
    [InlineData("name\n", false)]
    [InlineData("café", false)]
    [InlineData("１", false)]
    public void Names_are_lower_case_letters_digits_and_hyphens(string text, bool isName) =>
        Assert.Equal(isName, Names.IsName(text));

    [Theory]
    [InlineData("2026-10", true)]
    [InlineData("2026-Q3", true)]
    [InlineData("2026", true)]
    [InlineData("..", false)]
    [InlineData("2026/10", false)]
    [InlineData("2026-10\n", false)]
    [InlineData("", false)]
    public void Editions_may_have_capitals(string text, bool isEdition) => Assert.Equal(isEdition, Names.IsEdition(text));

    [Fact]
    public void Names_have_at_most_63_characters()
    {
        Assert.True(Names.IsName(new string('a', 63)));
        Assert.False(Names.IsName(new string('a', 64)));
        Assert.False(Names.IsEdition(new string('A', 64)));
    }
}
