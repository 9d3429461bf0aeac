using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class AuditOfFourByFourTests
{
    [ReferenceFact("sdctable-4x4-audit")]
    public void Two_suppressions_a_line_are_not_enough()
    {
        var result = Attack(alsoSuppressed: []);

        var witness = Assert.Single(result.Witnesses);
        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Equal("count", witness.Values[0].Measure);
        Assert.Equal(47, witness.Values[0].Numerator);
        Assert.StartsWith("audit (v1 w, v2 b), count = 47", witness.Text, StringComparison.Ordinal);
    }

    [ReferenceFact("sdctable-4x4-audit")]
    public void One_more_suppression_closes_it() =>
        Assert.Equal(AttackVerdict.Withstood, Attack(alsoSuppressed: ["x|d"]).Verdict);

    private static AttackResult Attack(string[] alsoSuppressed)
    {
        var cube = new Cube("audit", [("v1", ["v1"]), ("v2", ["v2"])]);
        var suppressed = alsoSuppressed.ToHashSet(StringComparer.Ordinal);
        foreach (var row in CsvLines.Read("sdctable-4x4-audit", "table_inner.csv"))
        {
            cube.Add([row["v1"], row["v2"]], long.Parse(row["freq"], System.Globalization.CultureInfo.InvariantCulture));
            if (row["suppressed"] == "TRUE")
            {
                suppressed.Add(row["v1"] + "|" + row["v2"]);
            }
        }

        return new SolvingAttack([cube.Publish(suppressed.Contains)]).Run();
    }
}
