using System.Globalization;
using System.Text.Json;
using Publish.Policies.Agreements;

namespace Publish.Portal.Texts;

/// <summary>
/// The site's own texts in one language, from <c>Texts/{language}.json</c>. The language is named, never taken from the
/// machine. What a language lacks is shown in English.
/// </summary>
public sealed class SiteTexts
{
    private const string English = "en";
    private const string Folder = "texts/";
    private readonly IReadOnlyDictionary<string, string> _texts;

    private SiteTexts(IReadOnlyDictionary<string, string> texts) => _texts = texts;

    /// <summary>The languages that have texts, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. typeof(SiteTexts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The texts of a language.</summary>
    /// <param name="language">The language, as BCP 47 names it.</param>
    /// <returns>Its texts; the English ones where there is no such language.</returns>
    public static SiteTexts Of(string language)
    {
        var texts = new Dictionary<string, string>(Read(English)!, StringComparer.Ordinal);
        foreach (var (key, text) in Read(language) ?? [])
        {
            texts[key] = text;
        }

        return new SiteTexts(texts);
    }

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What stands for <c>{0}</c>, <c>{1}</c>, ….</param>
    /// <returns>The text.</returns>
    public string this[string key, params object[] values] =>
        values.Length == 0 ? _texts[key] : string.Format(CultureInfo.InvariantCulture, _texts[key], values);

    /// <summary>Several things as people name them.</summary>
    /// <param name="items">The things.</param>
    /// <returns>Such as <c>one, two and three</c>; empty where there are none.</returns>
    public string List(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count < 2 ? string.Concat(items) : this["list.and", string.Join(", ", items.SkipLast(1)), items[^1]];
    }

    /// <summary>A day as people write it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Such as <c>2 November 2026</c>.</returns>
    public string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {_texts["months"].Split(',')[day.Month - 1]} {day.Year}");

    /// <summary>A time of day as people write it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>Such as <c>09:30</c>.</returns>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long something is kept, as people write it.</summary>
    /// <param name="duration">A duration of years, months and days in ISO 8601; what is none is given back.</param>
    /// <returns>Such as <c>1 year, 6 months</c>.</returns>
    public string Duration(string duration)
    {
        if (!RetentionPeriod.TryParse(duration, out var period))
        {
            return duration;
        }

        string[] parts = [.. new[] { Part(period.Years, "years"), Part(period.Months, "months"), Part(period.Days, "days") }.OfType<string>()];
        return parts.Length == 0 ? _texts["period.none"] : string.Join(", ", parts);

        string? Part(int number, string unit) => number == 0 ? null : number == 1 ? _texts[$"period.{unit}.one"] : this["period." + unit, number];
    }

    /// <summary>The day of a moment, in UTC.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>As <see cref="Day(DateOnly)"/>.</returns>
    public string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary>A size as people write it.</summary>
    /// <param name="bytes">The size.</param>
    /// <returns>Such as <c>1.2 MB</c>, in powers of ten.</returns>
    public string Size(long bytes) =>
        bytes < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes} {_texts["bytes"]}")
        : bytes < 999_950 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB")
        : bytes < 999_950_000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB");

    /// <summary>The keys of a language's own texts.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The texts by key; none where there is no such language.</returns>
    internal static IReadOnlyDictionary<string, string> Own(string language) => Read(language) ?? [];

    /// <summary>A number as people write it.</summary>
    /// <param name="number">The number.</param>
    /// <returns>With thousands parted.</returns>
    public static string Number(decimal number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture);

    private static Dictionary<string, string>? Read(string language)
    {
        using var stream = typeof(SiteTexts).Assembly.GetManifestResourceStream($"{Folder}{language}.json");
        return stream is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(stream);
    }
}
