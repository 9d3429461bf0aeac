using Publish.Policies.Reading;

namespace Publish.Policies.Tests;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("theme", "thmee", 1)]
    public void Distance_is_that_of_optimal_string_alignment(string from, string to, int distance)
    {
        Assert.Equal(distance, Suggestion.Distance(from, to));
        Assert.Equal(distance, Suggestion.Distance(to, from));
    }

    [Fact]
    public void What_differs_in_more_than_a_third_is_not_suggested() =>
        Assert.Null(Suggestion.Nearest("abcdef", ["abcxyz", "uvwxyz"]));
}
