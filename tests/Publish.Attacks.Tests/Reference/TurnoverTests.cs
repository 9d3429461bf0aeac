using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class TurnoverTests
{
    private const string Dataset = Turnover.Dataset;

    [ReferenceFact(Dataset)]
    public void Primaries_alone_are_mostly_solved_and_exactly_those_known()
    {
        var cells = Turnover.Cells("act_size");
        var result = Attack(cells, cells.Where(Turnover.IsPrimary));

        var expected = CsvLines.Read(Dataset, "intervals_primaries_only_act_size.csv")
            .Where(row => row["low"] == row["up"])
            .Select(row => row["ACTIVITY"] + "|" + row["SIZE"]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Solved(cells, result).Order(StringComparer.Ordinal));
        Assert.Equal(63, result.Found);
    }

    [ReferenceFact(Dataset)]
    public void Every_witness_recomputes_to_the_true_turnover()
    {
        var cells = Turnover.Cells("act_size");
        var suppressed = cells.Where(Turnover.IsPrimary).ToList();
        foreach (var witness in Attack(cells, suppressed).Witnesses)
        {
            var truth = Turnover.Scaled(cells[witness.Row]["TOT"]);
            Assert.Equal(truth, witness.Values.Single(value => value.Measure == "TOT").Numerator);
            Assert.Equal(1, witness.Denominator);
        }
    }

    [ReferenceFact(Dataset)]
    public void The_other_tables_are_solved_as_often_as_known()
    {
        Assert.Equal((49, 60), Counts("act_cj"));
        Assert.Equal((72, 72), Counts("nuts_size"));
        Assert.Equal((65, 65), Counts("nuts_cj"));
    }

    // The optimum by value protects the 75 primaries that are not zero; the two of value 0 in activity 65 stay solvable.
    [ReferenceFact(Dataset)]
    public void The_optimal_patterns_leave_no_more_than_the_two_zeros_solved()
    {
        Assert.Equal(["65|Total", "65|tr1"], SolvedOf("optimal_value_10pct_act_size.csv"));
        Assert.Equal(["65|Total", "65|tr1"], SolvedOf("optimal_count_10pct_act_size.csv"));
        Assert.Empty(SolvedOf("optimal_freq_act_size.csv"));
    }

    private static List<string> SolvedOf(string pattern)
    {
        var cells = Turnover.Cells("act_size");
        var hidden = CsvLines.Read(Dataset, pattern).Select(row => row["ACTIVITY"] + "|" + row["SIZE"]).ToHashSet(StringComparer.Ordinal);
        return [.. Solved(cells, Attack(cells, cells.Where(row => hidden.Contains(row["ACTIVITY"] + "|" + row["SIZE"]))))
            .Order(StringComparer.Ordinal)];
    }

    private static (int Solved, int Primary) Counts(string table)
    {
        var cells = Turnover.Cells(table);
        return ((int)Attack(cells, cells.Where(Turnover.IsPrimary)).Found, cells.Count(Turnover.IsPrimary));
    }

    private static IEnumerable<string> Solved(List<Dictionary<string, string>> cells, AttackResult result) =>
        result.Witnesses.Select(witness => string.Join('|', cells[witness.Row].Values.Take(2)));

    private static AttackResult Attack(List<Dictionary<string, string>> cells, IEnumerable<Dictionary<string, string>> suppressed) =>
        new SolvingAttack([Turnover.Publish(cells, suppressed)]).Run();
}
