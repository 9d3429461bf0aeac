using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;

namespace Publish.EndToEnd;

/// <summary>Tables of counts whose right answers are published, with their units expanded to one row each.</summary>
public sealed class CountTableTests
{
    [ReferenceFact("gauss-suppression")]
    public async Task Z1_hides_the_three_small_cells_and_no_more_shields_than_its_reference()
    {
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string> { ["region"] = PolicyText.Key, ["hovedint"] = PolicyText.Key },
            "releases:\n" + PolicyText.Table("z1", "[region, hovedint]", 4)));
        var receipt = await scenario.PublishAsync(CsvText.Expand(Reference("gauss-suppression", "z1.csv"), "ant"));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        var table = Assert.Single(receipt.Tables);
        Assert.Equal((45L, 3L), (table.Cells, table.Primary));
        Assert.InRange(table.Shields, 3, 3);
        Assert.Equal(6, scenario.ReadCsv("z1").Count(row => row[^1] == "c"));
        Assert.True(scenario.Verify().IsVerified);
    }

    [ReferenceFact("gauss-suppression")]
    public async Task D2_with_two_groupings_and_protected_zeros_hides_no_more_than_its_reference()
    {
        var rows = CsvText.Parse(File.ReadAllText(Reference("gauss-suppression", "d2.csv")))[1..];
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string>
            {
                ["region"] = PolicyText.Key,
                ["county"] = PolicyText.Key,
                ["k_group"] = PolicyText.Key,
                ["main_income"] = PolicyText.Key,
            },
            "hierarchies:\n  region: { levels: { file: regions.csv, names: [district] } }\nreleases:\n"
            + PolicyText.Table("by-county", "{ region: [region, district, all], main_income: [main_income, all] }", 4, ", zeros: protected")
            + "\n" + PolicyText.Table("by-group", "[k_group, main_income]", 4, ", zeros: protected")));
        scenario.Write("regions.csv", "region,district\n" + string.Concat(rows.Select(row => $"{row[0]},{row[1]}\n").Distinct()));
        var receipt = await scenario.PublishAsync(CsvText.Expand(Reference("gauss-suppression", "d2.csv"), "freq"));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Equal(11, receipt.Tables.Sum(table => table.Primary));
        Assert.InRange(receipt.Tables.Sum(table => table.Primary + table.Shields), 12, 29);
        Assert.True(scenario.Verify().IsVerified);
        Assert.Contains("protected-zeros", File.ReadAllText(Path.Combine(scenario.Version, "certificate.json")), StringComparison.Ordinal);
    }

    [ReferenceFact("sdctable-linked")]
    public async Task Two_linked_tables_both_withhold_the_region_that_their_difference_would_give_away()
    {
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string> { ["region"] = PolicyText.Key, ["county"] = PolicyText.Key, ["group"] = PolicyText.Key },
            "releases:\n" + PolicyText.Table("by-county", "[region, county]", 4) + "\n" + PolicyText.Table("by-group", "[region, group]", 4)));
        var receipt = await scenario.PublishAsync(CsvText.Expand(Reference("sdctable-linked", "microtable.csv"), "n"));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        foreach (var release in new[] { "by-county", "by-group" })
        {
            var hidden = scenario.ReadCsv(release).Where(row => row[^1] == "c" && row[1] == "Total").Select(row => row[0]);
            Assert.Equal(["A", "B", "K", "L", "M", "N"], hidden.Order(StringComparer.Ordinal));
        }

        Assert.True(scenario.Verify().IsVerified);
    }

    private static string Reference(string dataset, string file) => Path.Combine(ReferenceData.Find(dataset)!, file);
}
