using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Publish.Policies.Agreements;

/// <summary>
/// How long an upload is kept: an ISO 8601 duration of whole days, weeks, months and years, such as <c>P30D</c>,
/// <c>P6M</c> or <c>P1Y6M</c>. <c>P0D</c> deletes it as soon as it has been worked on.
/// </summary>
/// <param name="Years">Years, 0 to 999.</param>
/// <param name="Months">Months, 0 to 999.</param>
/// <param name="Days">Days, those of whole weeks among them, 0 to 16,992.</param>
public sealed partial record RetentionPeriod(int Years, int Months, int Days)
{
    /// <summary>The day on which an upload is deleted. A day the month lacks becomes the month's last.</summary>
    /// <param name="received">The day the upload was received.</param>
    /// <returns>The day; the calendar's last day where the period reaches beyond it.</returns>
    public DateOnly DeletionDate(DateOnly received)
    {
        var months = (12 * Years) + Months;
        var monthsLeft = (12 * (DateOnly.MaxValue.Year - received.Year)) + DateOnly.MaxValue.Month - received.Month;
        if (months > monthsLeft)
        {
            return DateOnly.MaxValue;
        }

        var day = received.AddMonths(months);
        return Days > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(Days);
    }

    /// <summary>Reads a duration.</summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The period.</param>
    /// <returns>False where the text is no such duration: it has hours, fractions or more digits than the bounds.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out RetentionPeriod? period)
    {
        var match = Duration().Match(text);
        period = match.Success
            ? new RetentionPeriod(Part(match, "y"), Part(match, "m"), (7 * Part(match, "w")) + Part(match, "d"))
            : null;
        return match.Success;
    }

    /// <summary>The duration in ISO 8601.</summary>
    public override string ToString()
    {
        var parts = Part(Years, 'Y') + Part(Months, 'M') + Part(Days, 'D');
        return parts.Length == 0 ? "P0D" : "P" + parts;
    }

    private static string Part(int number, char unit) =>
        number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture) + unit;

    private static int Part(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?:" + Form + @")\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    /// <summary>The form of a duration; an ECMAScript regular expression too.</summary>
    internal const string Form =
        "P(?=[0-9])(?:(?<y>[0-9]{1,3})Y)?(?:(?<m>[0-9]{1,3})M)?(?:(?<w>[0-9]{1,3})W)?(?:(?<d>[0-9]{1,4})D)?";
}
