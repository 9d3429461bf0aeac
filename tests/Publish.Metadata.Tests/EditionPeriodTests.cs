namespace Publish.Metadata.Tests;

public class EditionPeriodTests
{
    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-10-31", "2026-10-31", "2026-10-31")]
    public void A_period_covers_its_first_to_its_last_day(string edition, string start, string end)
    {
        var period = EditionPeriod.Of(edition)!;
        Assert.Equal((start, end), (period.Start.ToString("yyyy-MM-dd"), period.End.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2026-Q5")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("spring")]
    [InlineData("2026\n")]
    public void Other_names_tell_no_period(string edition) => Assert.Null(EditionPeriod.Of(edition));
}
