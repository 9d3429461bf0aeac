using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class LinkedTablesTests
{
    private static readonly string[] Primary = ["A", "B", "K", "L", "M"];

    [ReferenceFact("sdctable-linked")]
    public void Each_table_alone_is_safe()
    {
        Assert.Equal(AttackVerdict.Withstood, new SolvingAttack([By("county", Primary)]).Run().Verdict);
        Assert.Equal(AttackVerdict.Withstood, new SolvingAttack([By("group", Primary)]).Run().Verdict);
    }

    [ReferenceFact("sdctable-linked")]
    public void Together_they_reveal_a_region()
    {
        var result = new SolvingAttack([By("county", Primary), By("group", Primary)]).Run();

        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Equal(2, result.Found);
        Assert.All(result.Witnesses, witness => Assert.Contains("region K", witness.Text, StringComparison.Ordinal));
        Assert.All(result.Witnesses, witness => Assert.Equal(3, witness.Values[0].Numerator));
    }

    [ReferenceFact("sdctable-linked")]
    public void One_more_suppression_in_each_makes_them_safe() =>
        Assert.Equal(
            AttackVerdict.Withstood,
            new SolvingAttack([By("county", [.. Primary, "N"]), By("group", [.. Primary, "N"])]).Run().Verdict);

    [ReferenceFact("sdctable-linked")]
    public void A_cell_suppressed_in_one_table_and_published_in_the_other_is_revealed()
    {
        var result = new SolvingAttack([By("county", [.. Primary, "N"]), By("group", Primary)]).Run();

        Assert.Contains(result.Witnesses, witness => witness.Text.Contains("region N", StringComparison.Ordinal));
    }

    private static PublishedTable By(string grouping, string[] suppressed)
    {
        var cube = new Cube("by-" + grouping, [("region", [grouping, "region"])]);
        foreach (var row in CsvLines.Read("sdctable-linked", "microtable.csv"))
        {
            cube.Add([row[grouping], row["region"]], long.Parse(row["n"], System.Globalization.CultureInfo.InvariantCulture));
        }

        return cube.Publish(cell => suppressed.Contains(cell.Split('|')[1]));
    }
}
