using Publish.Policies.Agreements;

namespace Publish.Policies.Tests;

public sealed class RetentionTests
{
    [Theory]
    [InlineData("P30D", "2026-01-31", "2026-03-02")]
    [InlineData("P1M", "2026-01-31", "2026-02-28")]
    [InlineData("P1Y", "2024-02-29", "2025-02-28")]
    [InlineData("P2W", "2026-12-25", "2027-01-08")]
    [InlineData("P1Y2M3W4D", "2026-01-01", "2027-03-26")]
    [InlineData("P0D", "2026-01-01", "2026-01-01")]
    [InlineData("P999Y", "9998-01-01", "9999-12-31")]
    [InlineData("P9999D", "9999-01-01", "9999-12-31")]
    public void Deletion_follows_the_calendar(string text, string received, string deleted)
    {
        Assert.True(RetentionPeriod.TryParse(text, out var period));

        Assert.Equal(Date(deleted), period.DeletionDate(Date(received)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("30D")]
    [InlineData("P1.5D")]
    [InlineData("PT1H")]
    [InlineData("P1D1M")]
    [InlineData("P-1D")]
    [InlineData("P10000D")]
    [InlineData("P1D\n")]
    [InlineData("p1d")]
    public void Other_texts_are_no_durations(string text) => Assert.False(RetentionPeriod.TryParse(text, out _));

    [Theory]
    [InlineData("P30D")]
    [InlineData("P1Y6M")]
    [InlineData("P0D")]
    public void A_duration_is_written_as_it_was_read(string text)
    {
        Assert.True(RetentionPeriod.TryParse(text, out var period));

        Assert.Equal(text, period.ToString());
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
