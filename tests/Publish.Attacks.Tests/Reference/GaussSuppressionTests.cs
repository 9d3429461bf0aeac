using System.Globalization;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;
using Publish.Tests;

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

    private static AttackResult Attack(string file, string second, string count, string mark)
    {
        var counties = CsvLines.Read("gauss-suppression", "d2.csv")
            .DistinctBy(row => row["region"])
            .ToDictionary(row => row["region"], row => row["county"], StringComparer.Ordinal);
        var cells = CsvLines.Read("gauss-suppression", file);
        var isNested = cells.Exists(row => row["region"] == "1");
        var region = cells.ConvertAll(row => counties.ContainsKey(row["region"]) ? row["region"] : "Total");
        var county = cells.ConvertAll(row => counties.GetValueOrDefault(row["region"], row["region"]));
        var builder = new PublishedTableBuilder(file);
        builder = isNested
            ? builder.Key("region", ("county", county), ("region", region))
            : builder.Key("region", ("region", region));
        var table = builder
            .Key("income", (second, cells.ConvertAll(row => row[second])))
            .Measure(new PublishedMeasure("freq", MeasureKind.Count, cells.ConvertAll(row =>
                row[mark] == "TRUE" ? (Int128?)null : Int128.Parse(row[count], CultureInfo.InvariantCulture))))
            .Build(cells.ConvertAll(row => row[mark] == "TRUE" ? "c" : ""));
        return new SolvingAttack([table]).Run();
    }
}
