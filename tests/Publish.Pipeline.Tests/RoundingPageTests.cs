using System.Globalization;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>What the pages about rounding and noise tell to write in a policy does what their examples say, from the upload to the file.</summary>
public class RoundingPageTests
{
    [Theory]
    [InlineData("conventional-rounding.md")]
    [InlineData("small-count-rounding.md")]
    public async Task The_example_of_a_page_is_published_as_it_says_by_the_policy_it_tells(string page)
    {
        var (input, answer) = ExampleOf(page);
        var (row, columns) = (input[0][0], input[0][1..]);
        var rows = input.Skip(1).SelectMany(line => columns.SelectMany((column, i) =>
            Enumerable.Repeat((string[])[line[0], column], int.Parse(line[i + 1], CultureInfo.InvariantCulture))));
        using var desk = Perturbed.Desk();
        string[] tables = TextOf(page).Contains("publish: totals", StringComparison.Ordinal) ? ["line: [line, all]", "column: [column, all]"] : ["line: [line, all], column: [column, all]"];
        var policy = new PolicyText
        {
            Respondent = "row",
            Columns = [("line", "{type: text, role: key, required: true}"), ("column", "{type: text, role: key, required: true}")],
            Releases = [.. tables.Select((by, i) => $"{{name: table{i}, kind: table, audience: public, by: {{{by}}}, {PolicyOf(page)}}}")],
        };
        var receipt = await desk.RunAsync(policy, Some.CsvOf(["line", "column"], [.. rows]));

        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
        var published = tables.SelectMany((_, i) => desk.Table($"table{i}").Rows).ToList();
        foreach (var line in answer.Skip(1))
        {
            foreach (var (column, expected) in answer[0][1..].Zip(line[1..]).Where(each => each.Second.Length > 0))
            {
                var cell = published.Find(each => Of(each, "line") == line[0] && Of(each, "column") == column);
                Assert.Equal((line[0], column, expected), (line[0], column, cell?["count"] ?? "0"));
            }
        }

        Assert.Equal(row, answer[0][0]);
        static string Of(IReadOnlyDictionary<string, string> cell, string key) => cell.GetValueOrDefault(key, "Total");
    }

    [Theory]
    [InlineData("random-rounding.md")]
    [InlineData("cell-key.md")]
    public async Task What_a_page_tells_to_write_is_a_policy_that_publishes(string page)
    {
        using var desk = Perturbed.Desk();
        var receipt = await desk.RunAsync(Perturbed.Policy(PolicyOf(page)), Perturbed.Csv(Perturbed.People(3)));

        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
    }

    private static string TextOf(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "disclosure", page));

    private static string PolicyOf(string page) => string.Join(", ", BlockOf(page, "yaml").Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static (string[][] Input, string[][] Answer) ExampleOf(string page)
    {
        var parts = BlockOf(page, "example rounding").Split("=>");
        return (Table(parts[0]), Table(parts[1]));
    }

    private static string[][] Table(string text) =>
    [
        .. text.Split('\n')
            .Where(line => line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static string BlockOf(string page, string language)
    {
        var text = TextOf(page);
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no block '{language}'.");
        return text[(start + language.Length + 4)..text.IndexOf("\n```", start + 3, StringComparison.Ordinal)];
    }
}
