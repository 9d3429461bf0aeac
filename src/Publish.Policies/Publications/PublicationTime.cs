using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Publish.Policies.Publications;

/// <summary>
/// When a version may be published: an instant (<c>2026-12-15T09:30:00Z</c>), or a rule for every month
/// (<c>third Tuesday 09:30 Europe/London</c>).
/// </summary>
public abstract partial record PublicationTime
{
    /// <summary>The form of a time; an ECMAScript regular expression too.</summary>
    internal const string Form =
        "(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
        + "|(?:first|second|third|fourth|last) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) "
        + "(?:[01][0-9]|2[0-3]):[0-5][0-9] [A-Za-z0-9_+/-]{1,64})";

    /// <summary>The instant for a version that is ready.</summary>
    /// <param name="ready">When the version was ready.</param>
    /// <returns>The instant; it may lie in the past where the policy names one that has gone by.</returns>
    public abstract DateTimeOffset For(DateTimeOffset ready);

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time.</param>
    /// <returns>False where the text has another form, names a day that is in no calendar, or a time zone that is not known.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PublicationTime? time)
    {
        ArgumentNullException.ThrowIfNull(text);
        time = !Whole().IsMatch(text) ? null : char.IsAsciiDigit(text[0]) ? Instant(text) : Rule(text.Split(' '));
        return time is not null;
    }

    private static PublicationInstant? Instant(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant)
            ? new PublicationInstant(instant.ToUniversalTime())
            : null;

    private static MonthlyPublication? Rule(string[] words) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(words[3], out var zone)
            ? new MonthlyPublication(
                Enum.Parse<WeekOfMonth>(words[0], ignoreCase: true),
                Enum.Parse<DayOfWeek>(words[1]),
                TimeOnly.ParseExact(words[2], "HH:mm", CultureInfo.InvariantCulture),
                zone)
            : null;

    [GeneratedRegex(@"\A" + Form + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
