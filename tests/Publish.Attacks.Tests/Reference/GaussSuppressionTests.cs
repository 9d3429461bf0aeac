using System.Globalization;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class GaussSuppressionTests
{
    [ReferenceFact("gauss-suppression")]
    public void The_published_patterns_are_not_solved()
    {
        Assert.Equal(AttackVerdict.Withstood, Attack("z1_expected.csv", "hovedint", "ant", "suppressed").Verdict);
        Assert.Equal(AttackVerdict.Withstood, Attack("d2_maxN3_expected.csv", "main_income", "freq", "suppressed").Verdict);
    }

    [ReferenceFact("gauss-suppression")]
    public void The_primaries_alone_are_solved()
    {
        Assert.Equal(3, Attack("z1_expected.csv", "hovedint", "ant", "primary").Found);
        Assert.Equal(AttackVerdict.Broken, Attack("d2_maxN3_expected.csv", "main_income", "freq", "primary").Verdict);
    }

    // d2's regions fall into counties and, across these, into groups: two tables that share the regions.
    private static AttackResult Attack(string file, string second, string count, string mark)
    {
        var places = CsvLines.Read("gauss-suppression", "d2.csv").DistinctBy(row => row["region"]).ToList();
        var cells = CsvLines.Read("gauss-suppression", file);
        var groupings = cells.Exists(row => row["region"] == "300") ? new[] { "county", "k_group" } : [];
        var tables = groupings.Select(grouping => By(grouping, places, cells, (second, count, mark))).ToList();
        return new SolvingAttack(tables.Count > 0 ? tables : [Table("z1", cells, (second, count, mark), row => ("region", [row["region"]]))]).Run();
    }

    private static PublishedTable By(
        string grouping, List<Dictionary<string, string>> places, List<Dictionary<string, string>> cells, (string, string, string) names)
    {
        var groupOf = places.ToDictionary(row => row["region"], row => row[grouping], StringComparer.Ordinal);
        var shown = cells.FindAll(row =>
            row["region"] == "Total" || groupOf.ContainsKey(row["region"]) || groupOf.ContainsValue(row["region"]));
        return Table("by-" + grouping, shown, names, row => groupOf.TryGetValue(row["region"], out var group)
            ? (grouping, [group, row["region"]])
            : (grouping, [row["region"], "Total"]));
    }

    private static PublishedTable Table(
        string name,
        List<Dictionary<string, string>> cells,
        (string Second, string Count, string Mark) names,
        Func<Dictionary<string, string>, (string Grouping, string[] Labels)> place)
    {
        var placed = cells.ConvertAll(row => place(row));
        var depth = placed[0].Labels.Length;
        var levels = Enumerable.Range(0, depth).Select(level => (
            level < depth - 1 ? placed[0].Grouping : "region",
            (IReadOnlyList<string>)placed.ConvertAll(cell => cell.Labels[level])));
        return new PublishedTableBuilder(name)
            .Key("region", [.. levels])
            .Key("income", (names.Second, cells.ConvertAll(row => row[names.Second])))
            .Measure(new PublishedMeasure("freq", MeasureKind.Count, cells.ConvertAll(row =>
                row[names.Mark] == "TRUE" ? (Int128?)null : Int128.Parse(row[names.Count], CultureInfo.InvariantCulture))))
            .Build(cells.ConvertAll(row => row[names.Mark] == "TRUE" ? "c" : ""));
    }
}
