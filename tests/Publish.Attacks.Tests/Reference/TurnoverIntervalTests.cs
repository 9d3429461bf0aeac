using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Results;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class TurnoverIntervalTests
{
    /// <summary>The reference intervals are a solver's, in floating point: 1 of values up to a hundred million.</summary>
    private static readonly Int128 Tolerance = 10_000;

    [ReferenceFact(Turnover.Dataset)]
    public void With_primaries_alone_hidden_every_interval_has_the_known_ends() => HasEndsOf("intervals_primaries_only_act_size.csv");

    [ReferenceFact(Turnover.Dataset)]
    public void Under_the_optimal_pattern_every_interval_has_the_known_ends() => HasEndsOf("intervals_optimal_value_10pct_act_size.csv");

    // The cheapest pattern leaves 10 % around the 75 primaries that are not zero, and nothing around the two that are.
    [ReferenceFact(Turnover.Dataset)]
    public void The_optimal_pattern_protects_all_primaries_but_the_two_zeros()
    {
        var cells = Turnover.Cells("act_size");
        var hidden = CsvLines.Read(Turnover.Dataset, "optimal_value_10pct_act_size.csv").Select(Turnover.Name).ToHashSet(StringComparer.Ordinal);
        var table = Turnover.Publish(cells, cells.Where(cell => hidden.Contains(Turnover.Name(cell))));

        Assert.Equal(AttackVerdict.Withstood, Protected(cells, table, least: 0).Verdict);
        Assert.Equal(["65|Total", "65|tr1"], Protected(cells, table, least: 1).Witnesses.Select(witness => Turnover.Name(cells[witness.Row])).Distinct().Order(StringComparer.Ordinal));
    }

    private static void HasEndsOf(string file)
    {
        var cells = Turnover.Cells("act_size");
        var ends = CsvLines.Read(Turnover.Dataset, file).ToDictionary(Turnover.Name, StringComparer.Ordinal);
        var table = Turnover.Publish(cells, cells.Where(cell => ends.ContainsKey(Turnover.Name(cell))));

        Assert.Empty(Attack(cells, ends, table, beyond: -Tolerance, up: true, down: true).Witnesses);
        AssertAllNarrow(ends.Count, Attack(cells, ends, table, beyond: Tolerance, up: true, down: false));

        // Below 0 there is nothing to ask for.
        var above = ends.Where(end => Turnover.Scaled(end.Value["low"]) > Tolerance).ToDictionary(StringComparer.Ordinal);
        AssertAllNarrow(above.Count, Attack(cells, above, table, beyond: Tolerance, up: false, down: true));
    }

    private static AttackResult Protected(List<Dictionary<string, string>> cells, Tables.PublishedTable table, Int128 least)
    {
        Int128[] values = [.. cells.Select(cell => Turnover.Scaled(cell["TOT"]))];
        Int128[] amounts = [.. cells.Select((cell, row) => Turnover.IsPrimary(cell) ? Int128.Max(values[row] / 10, least) : 0)];
        return Run(table, values, amounts, amounts);
    }

    private static AttackResult Attack(
        List<Dictionary<string, string>> cells, Dictionary<string, Dictionary<string, string>> ends, Tables.PublishedTable table, Int128 beyond, bool up, bool down)
    {
        Int128[] values = [.. cells.Select(cell => Turnover.Scaled(cell["TOT"]))];
        var (lower, upper) = (new Int128[cells.Count], new Int128[cells.Count]);
        for (var row = 0; row < cells.Count; row++)
        {
            if (ends.TryGetValue(Turnover.Name(cells[row]), out var end))
            {
                lower[row] = down ? Int128.Max(0, values[row] - Turnover.Scaled(end["low"]) + beyond) : 0;
                upper[row] = up ? Int128.Max(0, Turnover.Scaled(end["up"]) - values[row] + beyond) : 0;
            }
        }

        return Run(table, values, lower, upper);
    }

    private static AttackResult Run(Tables.PublishedTable table, Int128[] values, Int128[] lower, Int128[] upper)
    {
        var result = new IntervalAttack(
            new PublishedEdition([table]),
            [new IntervalRequirement(0, "TOT", values, lower, upper)],
            options: new IntervalOptions { MaximumWitnesses = int.MaxValue, SearchedUnknowns = 0 }).Run();
        Assert.NotEqual(AttackVerdict.NotProven, result.Verdict);
        return result;
    }

    private static void AssertAllNarrow(int cells, AttackResult result)
    {
        Assert.Equal(cells, result.Witnesses.Select(witness => witness.Row).Distinct().Count());
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.Interval, witness.Code));
    }
}
