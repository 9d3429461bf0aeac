using System.Net;

namespace Publish.EndToEnd.Sites.Showcases;

/// <summary>What a page says in plain words is what the files of that version hold.</summary>
[Collection(SiteTests.Name)]
public sealed class ProtectionPageTests(ShowcaseSite site)
{
    private const string Hidden = "left empty and marked c (confidential)";
    private const string NobodyIsThere = "A row that is not there means that nobody is in it.";
    private const string SomebodyMayBe = "need not mean that nobody is in it";

    [Theory]
    [InlineData("riverton-statistics/business-survey/releases/turnover", $"{Hidden}|count fewer than 5|make up most of a sum|{NobodyIsThere}", SomebodyMayBe)]
    [InlineData("riverton-statistics/business-survey/releases/inspections", "Each row stands for one record.|shared by at least 5|the same in “Finding”", $"{Hidden}|{NobodyIsThere}")]
    [InlineData("millbrook-council/carers", $"rounded to the nearest multiple of 5, so the true one may be up to 2|{SomebodyMayBe}", $"{Hidden}|{NobodyIsThere}")]
    [InlineData("millbrook-council/blue-badges", $"multiples of 5 next to it, so the true one may be up to 4|{SomebodyMayBe}", $"{Hidden}|{NobodyIsThere}")]
    [InlineData("millbrook-council/food-banks", $"from 1 to 4 become 0 or 5|{SomebodyMayBe}", $"{Hidden}|{NobodyIsThere}")]
    [InlineData("millbrook-council/home-help", $"{Hidden}|rounded to the nearest multiple of 5|{SomebodyMayBe}", NobodyIsThere)]
    [InlineData("millbrook-council/debt-advice", $"how much is not told|{SomebodyMayBe}", $"{Hidden}|{NobodyIsThere}")]
    [InlineData("millbrook-council/school-meals", $"{Hidden}|{NobodyIsThere}", SomebodyMayBe)]
    public void A_page_says_in_plain_words_what_its_kind_of_protection_does(string page, string told, string untold)
    {
        var text = WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(site.Root, "datasets", page, "index.html")));
        Assert.All(told.Split('|'), part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.All(untold.Split('|'), part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));
    }

    // The same people in four ways: what the pages say of the numbers holds for them.
    [Fact]
    public void The_numbers_are_as_the_pages_say()
    {
        var exact = Counts("school-meals");
        Assert.All(Counts("carers"), cell => Assert.True(cell.Value % 5 == 0 && Math.Abs(cell.Value - exact[cell.Key]) <= 2, cell.ToString()));
        Assert.All(Counts("blue-badges"), cell => Assert.True(cell.Value % 5 == 0 && Math.Abs(cell.Value - exact[cell.Key]) <= 4, cell.ToString()));
        Assert.All(Counts("food-banks"), cell => Assert.False(cell.Value is > 0 and < 5, cell.ToString()));
        var noisy = Counts("debt-advice");
        Assert.Contains(noisy, cell => cell.Value != exact[cell.Key]);
        Assert.All(noisy, cell => Assert.True(Math.Abs(cell.Value - exact[cell.Key]) <= 2, cell.ToString()));
    }

    // Cells that are hidden in the exact table are left out.
    private Dictionary<string, long> Counts(string dataset)
    {
        string[] Shown(string name) => [.. File.ReadAllLines(Path.Combine(site.Root, "data", ShowcaseSite.Council, name, "2026-09", "v1.0.0", "people.csv")).Skip(1)];
        var shown = Shown("school-meals").Where(line => !line.EndsWith(",c", StringComparison.Ordinal)).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return Shown(dataset).Where(line => shown.Contains(KeyOf(line))).ToDictionary(KeyOf, line => long.Parse(line.Split(',')[^2]), StringComparer.Ordinal);
    }

    private static string KeyOf(string line) => string.Join(',', line.Split(',')[..^2]);
}
