using System.Globalization;
using Publish.Policies.Publications;

namespace Publish.Policies.Tests;

public sealed class PublicationTimeTests
{
    [Theory]
    [InlineData("2026-12-15T09:30:00Z", "2026-12-15T09:30:00Z")]
    [InlineData("2026-12-15T09:30Z", "2026-12-15T09:30:00Z")]
    [InlineData("2026-07-15T09:30:00+01:00", "2026-07-15T08:30:00Z")]
    public void An_instant_is_that_instant_whenever_a_version_is_ready(string text, string expected)
    {
        Assert.Equal(Utc(expected), Parse(text).For(Utc("2020-01-01T00:00:00Z")));
        Assert.Equal(Utc(expected), Parse(text).For(Utc("2030-01-01T00:00:00Z")));
    }

    // Checked against a printed calendar and the dates on which British clocks changed.
    [Theory]
    [InlineData("third Tuesday 09:30 Europe/London", "2026-11-01T00:00:00Z", "2026-11-17T09:30:00Z")]
    [InlineData("third Tuesday 09:30 Europe/London", "2026-07-01T00:00:00Z", "2026-07-21T08:30:00Z")]
    [InlineData("third Tuesday 09:30 Europe/London", "2026-07-21T08:30:00Z", "2026-07-21T08:30:00Z")]
    [InlineData("third Tuesday 09:30 Europe/London", "2026-07-21T08:30:01Z", "2026-08-18T08:30:00Z")]
    [InlineData("first Monday 00:00 Europe/London", "2026-05-31T12:00:00Z", "2026-05-31T23:00:00Z")]
    [InlineData("last Friday 12:00 Europe/London", "2026-10-01T00:00:00Z", "2026-10-30T12:00:00Z")]
    [InlineData("last Sunday 12:00 Europe/London", "2026-02-01T00:00:00Z", "2026-02-22T12:00:00Z")]
    [InlineData("fourth Sunday 12:00 Europe/London", "2026-12-27T12:00:01Z", "2027-01-24T12:00:00Z")]
    [InlineData("first Monday 09:00 Pacific/Kiritimati", "2026-10-31T00:00:00Z", "2026-11-01T19:00:00Z")]
    [InlineData("last Monday 20:00 Pacific/Pago_Pago", "2026-12-01T00:00:00Z", "2026-12-01T07:00:00Z")]
    public void A_rule_is_the_first_such_time_from_then_on(string rule, string ready, string expected) =>
        Assert.Equal(Utc(expected), Parse(rule).For(Utc(ready)));

    [Theory]
    [InlineData("last Sunday 01:30 Europe/London", "2026-03-01T00:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("last Sunday 01:30 Europe/London", "2026-10-01T00:00:00Z", "2026-10-25T00:30:00Z")]
    public void A_time_that_clocks_leave_out_or_show_twice_has_one_instant(string rule, string ready, string expected) =>
        Assert.Equal(Utc(expected), Parse(rule).For(Utc(ready)));

    [Theory]
    [InlineData("")]
    [InlineData("2026-12-15T09:30:00")]
    [InlineData("2026-02-30T09:30:00Z")]
    [InlineData("fifth Tuesday 09:30 Europe/London")]
    [InlineData("third tuesday 09:30 Europe/London")]
    [InlineData("third Tuesday 24:30 Europe/London")]
    [InlineData("third Tuesday 09:30 Europe/Nowhere")]
    [InlineData("third Tuesday 09:30 ../../etc/passwd")]
    [InlineData("third Tuesday 09:30")]
    [InlineData("third Tuesday 09:30 Europe/London\n")]
    public void Anything_else_is_no_time(string text) => Assert.False(PublicationTime.TryParse(text, out _));

    private static PublicationTime Parse(string text) =>
        PublicationTime.TryParse(text, out var time) ? time : throw new ArgumentException("No time.", nameof(text));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
