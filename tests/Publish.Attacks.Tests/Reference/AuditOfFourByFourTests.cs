using System.Globalization;
using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
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

    [ReferenceFact("sdctable-4x4-audit")]
    public void Every_interval_has_the_known_ends_before_and_after()
    {
        HasEndsOf("expected_intervals_before.csv", []);
        HasEndsOf("expected_intervals_after_adding_x_d.csv", ["x|d"]);
    }

    private static void HasEndsOf(string file, string[] alsoSuppressed)
    {
        var (cube, suppressed) = Table(alsoSuppressed);
        var table = cube.Publish(suppressed.Contains);
        Int128[] values = [.. cube.Cells.Select(cell => (Int128)cube.Count(cell))];
        var ends = CsvLines.Read("sdctable-4x4-audit", file).ToDictionary(row => row["v1"] + "|" + row["v2"], StringComparer.Ordinal);
        foreach (var (low, high, narrow) in new[] { (0, 0, 0), (0, 1, ends.Count), (1, 0, ends.Values.Count(end => end["low"] != "0")) })
        {
            Int128[] Amounts(Func<Int128, Dictionary<string, string>, Int128> amount) =>
                [.. cube.Cells.Select((cell, row) => ends.TryGetValue(cell, out var end) ? amount(values[row], end) : 0)];
            var result = new IntervalAttack(
                new PublishedEdition([table]),
                [new IntervalRequirement(
                    0,
                    "count",
                    values,
                    Amounts((value, end) => value - Int128.Parse(end["low"], CultureInfo.InvariantCulture) + low),
                    Amounts((value, end) => Int128.Parse(end["up"], CultureInfo.InvariantCulture) - value + high))],
                options: new IntervalOptions { Public = new BoundOptions { PresentMeansAtLeastOne = false } }).Run();

            Assert.NotEqual(AttackVerdict.NotProven, result.Verdict);
            Assert.Equal(narrow, result.Found);
        }
    }

    private static AttackResult Attack(string[] alsoSuppressed)
    {
        var (cube, suppressed) = Table(alsoSuppressed);
        return new SolvingAttack([cube.Publish(suppressed.Contains)]).Run();
    }

    private static (Cube Cube, HashSet<string> Suppressed) Table(string[] alsoSuppressed)
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

        return (cube, suppressed);
    }
}
