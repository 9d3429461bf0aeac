using System.Text.RegularExpressions;
using Publish.Portal.Texts;

namespace Publish.Portal.Tests;

public sealed partial class TextTests
{
    [Fact]
    public void Every_key_that_a_page_names_has_a_text()
    {
        var texts = SiteTexts.Of("en");
        var keys = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Publish.Portal"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value)
            .Where(key => !key.EndsWith('.'))
            .Distinct()
            .ToArray();
        Assert.True(keys.Length > 100);
        Assert.All(keys, key => Assert.NotEmpty(texts[key]));
    }

    [Fact]
    public void Every_language_has_every_text_with_the_same_places_for_values_and_no_other()
    {
        var english = SiteTexts.Own("en");
        Assert.Equal(["cy", "en"], SiteTexts.Languages);
        Assert.All(SiteTexts.Languages, language =>
        {
            var texts = SiteTexts.Own(language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(texts, text => Assert.Equal(PlacesOf(english[text.Key]), PlacesOf(text.Value)));
            Assert.Equal(12, texts["months"].Split(',').Length);
        });
    }

    [Fact]
    public void No_text_is_left_in_english_but_names_and_patterns()
    {
        var english = SiteTexts.Own("en");
        Assert.Equal(
            ["agency.title", "dataset.csv", "dataset.parquet", "register.dpia.value"],
            SiteTexts.Own("cy").Where(text => english[text.Key] == text.Value).Select(text => text.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Days_are_written_as_the_language_does() =>
        Assert.Equal("2 Tachwedd 2026", SiteTexts.Of("cy").Day(new DateOnly(2026, 11, 2)));

    [Fact]
    public void A_language_without_texts_is_shown_in_english() => Assert.Equal(SiteTexts.Of("en")["skip"], SiteTexts.Of("xx")["skip"]);

    [Theory]
    [InlineData(999, "999 bytes")]
    [InlineData(1_000, "1 kB")]
    [InlineData(1_234_567, "1.2 MB")]
    [InlineData(999_960, "1 MB")]
    [InlineData(7_200_000_000, "7.2 GB")]
    public void Sizes_are_short(long bytes, string text) => Assert.Equal(text, SiteTexts.Of("en").Size(bytes));

    [Theory]
    [InlineData("P0D", "until they have been worked on")]
    [InlineData("P30D", "30 days")]
    [InlineData("P1W", "7 days")]
    [InlineData("P1Y6M1D", "1 year, 6 months, 1 day")]
    [InlineData("P2Y1M", "2 years, 1 month")]
    [InlineData("PT5H", "PT5H")]
    public void Durations_are_in_words(string duration, string text) => Assert.Equal(text, SiteTexts.Of("en").Duration(duration));

    private static string[] PlacesOf(string text) => [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();

    [GeneratedRegex("(?:T|texts)\\[\"([a-z0-9.]+)\"|TextKey=\"([a-z.]+)\"|\"((?:nav|home|dataset|register)\\.[a-z.]+)\"")]
    private static partial Regex Key();
}
