using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;

namespace Publish.EndToEnd;

/// <summary>UCI Adult with ARX's hierarchies, through the whole pipeline.</summary>
public sealed class AdultTests
{
    private static readonly string[] Columns =
    [
        "sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation", "salary-class",
    ];

    [ReferenceFact("arx-adult")]
    public async Task Records_of_nine_keys_get_the_levels_that_are_known_to_be_best()
    {
        using var scenario = Adult(
            """
            releases:
              - { name: adults, kind: records, audience: public, columns: [sex, age, race, marital-status, education, native-country, workclass, occupation, salary-class], k: 5, suppressionLimit: 2% }
            """);
        var receipt = await scenario.PublishAsync(File.ReadAllBytes(Reference("adult.csv")));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        var facts = Assert.Single(receipt.Records);
        Assert.Equal(0.3137130352819242, facts.Loss, 1e-9);
        Assert.Equal(506, facts.RowsSuppressed);
        Assert.Equal(30162 - 506, facts.RowsPublished);
        Assert.Equal(
            ["sex", "age_3", "race", "all", "education_2", "native-country_1", "workclass_1", "all", "salary-class"],
            Columns.Select(column => facts.Levels[column]));
        var rows = scenario.ReadCsv("adults")[1..];
        Assert.Equal(30162 - 506, rows.Length);
        Assert.All(rows.CountBy(row => string.Join('\n', row)), group => Assert.True(group.Value >= 5));
        Assert.True(scenario.Verify().IsVerified);
    }

    [ReferenceFact("arx-adult")]
    public async Task Counts_by_three_keys_are_those_of_the_file_or_withheld()
    {
        using var scenario = Adult("releases:\n" + PolicyText.Table("adults", "[sex, education, salary-class]", 10));
        var receipt = await scenario.PublishAsync(File.ReadAllBytes(Reference("adult.csv")));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        var truth = CsvText.Parse(File.ReadAllText(Reference("adult.csv")), ';')[1..];
        Assert.All(scenario.ReadCsv("adults")[1..], cell =>
        {
            var count = truth.Count(row => Fits(cell[0], row[0]) && Fits(cell[1], row[4]) && Fits(cell[2], row[8]));
            Assert.Equal(cell[4] == "c" ? "" : $"{count}", cell[3]);
            Assert.True(cell[4] == "c" || count >= 10);
        });
        Assert.True(scenario.Verify().IsVerified);
    }

    private static bool Fits(string label, string value) => label == "Total" || label == value;

    private static string Reference(string file) => Path.Combine(ReferenceData.Find("arx-adult")!, file);

    private static Scenario Adult(string releases)
    {
        var hierarchies = Columns.ToDictionary(column => column, column => File.ReadAllLines(Reference($"adult_hierarchy_{column}.csv"))
            .Where(line => line.Length > 0)
            .Select(line => line.Split(';')[..^1])
            .ToArray());
        var several = Columns.Where(column => hierarchies[column][0].Length > 1).ToArray();
        var columns = Columns.ToDictionary(
            column => column, column => column == "age" ? "{ type: integer, role: key, required: true }" : PolicyText.Key);
        var declared = several.Select(column =>
            $"  {column}: {{ levels: {{ file: {column}.csv, names: [{string.Join(", ", Names(column, hierarchies[column]))}] }} }}");
        var scenario = new Scenario(PolicyText.Of(
            columns, "hierarchies:\n" + string.Join('\n', declared) + "\n" + releases, """{ delimiter: ";" }"""));
        foreach (var column in several)
        {
            var lines = hierarchies[column].Prepend([column, .. Names(column, hierarchies[column])]);
            scenario.Write(column + ".csv", string.Join('\n', lines.Select(line => string.Join(',', line.Select(Quoted)))) + "\n");
        }

        return scenario;
    }

    private static IEnumerable<string> Names(string column, string[][] rows) =>
        Enumerable.Range(1, rows[0].Length - 1).Select(level => $"{column}_{level}");

    private static string Quoted(string cell) => $"\"{cell}\"";
}
