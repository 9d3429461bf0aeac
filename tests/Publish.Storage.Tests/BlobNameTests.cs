namespace Publish.Storage.Tests;

public sealed class BlobNameTests
{
    [Theory]
    [InlineData("data/northshire/roads/2026-Q3/v1.0.0/a.csv")]
    [InlineData("data/northshire/roads/current/a/edition=2026-10/a.parquet")]
    public void A_name_of_plain_segments_is_taken(string name) => Assert.Equal(name, new BlobName(name).Value);

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("a%2e%2e/b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void A_name_that_could_lead_elsewhere_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new BlobName(name));

    [Fact]
    public void A_name_of_more_than_1024_characters_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BlobName(new string('a', 1025)));

    [Fact]
    public void A_refusal_does_not_repeat_the_name() =>
        Assert.DoesNotContain("canary", Assert.Throws<ArgumentException>(() => new BlobName("../canary")).Message, StringComparison.Ordinal);
}
