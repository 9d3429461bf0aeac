using Publish.Policies.Publications;

namespace Publish.Metadata.Tests;

public class NextReleaseTests
{
    private const string Rule = "third Tuesday 09:30 Europe/London";

    [Theory]
    [InlineData("2026-11-17T09:30:00Z", "2026-12-15T09:30:00+00:00")]
    [InlineData("2026-11-17T09:29:00Z", "2026-11-17T09:30:00+00:00")]
    [InlineData("2026-05-20T08:00:00Z", "2026-06-16T09:30:00+01:00")]
    public void A_monthly_rule_tells_the_first_time_after_publication(string published, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, null),
            NextRelease.After(Some.Package().Publish with { UpdateFrequency = "monthly", Schedule = Rule }, DateTimeOffset.Parse(published, null)));

    [Theory]
    [InlineData("quarterly", Rule)]
    [InlineData("monthly", null)]
    [InlineData("monthly", "2026-12-15T09:30:00Z")]
    [InlineData("monthly", "some day")]
    public void Nothing_is_told_where_nothing_says_it(string frequency, string? schedule) =>
        Assert.Null(NextRelease.After(
            Some.Package().Publish with { UpdateFrequency = frequency, Schedule = schedule }, DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData(Rule)]
    [InlineData("last Friday 00:00 UTC")]
    public void A_rule_is_written_as_policies_write_it(string text)
    {
        Assert.True(PublicationTime.TryParse(text, out var time));
        Assert.Equal(text, ((MonthlyPublication)time).Text);
    }
}
