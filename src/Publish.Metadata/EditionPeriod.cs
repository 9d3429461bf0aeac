using System.Globalization;
using System.Text.RegularExpressions;

namespace Publish.Metadata;

/// <summary>The days that an edition is about, where its name tells them: <c>2026</c>, <c>2026-Q3</c>, <c>2026-10</c>, <c>2026-10-31</c>.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
public sealed partial record EditionPeriod(DateOnly Start, DateOnly End)
{
    /// <summary>Reads an edition's name.</summary>
    /// <param name="edition">The name.</param>
    /// <returns>Its period, or <see langword="null"/> where the name has another form.</returns>
    public static EditionPeriod? Of(string edition)
    {
        var match = Form().Match(edition);
        if (!match.Success || !TryDate(match.Groups[1].Value, "01", "01", out var year))
        {
            return null;
        }

        if (match.Groups[2].Success)
        {
            var first = year.AddMonths(3 * (match.Groups[2].Value[0] - '1'));
            return new EditionPeriod(first, first.AddMonths(3).AddDays(-1));
        }

        if (!match.Groups[3].Success)
        {
            return new EditionPeriod(year, year.AddYears(1).AddDays(-1));
        }

        var hasDay = match.Groups[4].Success;
        return !TryDate(match.Groups[1].Value, match.Groups[3].Value, hasDay ? match.Groups[4].Value : "01", out var start) ? null
            : new EditionPeriod(start, hasDay ? start : start.AddMonths(1).AddDays(-1));
    }

    private static bool TryDate(string year, string month, string day, out DateOnly date) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year < DateOnly.MaxValue.Year;

    [GeneratedRegex(@"\A([0-9]{4})(?:-Q([1-4])|-([0-9]{2})(?:-([0-9]{2}))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
