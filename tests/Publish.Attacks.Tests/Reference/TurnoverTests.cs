using System.Globalization;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class TurnoverTests
{
    private const string Dataset = "rtauargus-turnover";

    [ReferenceFact(Dataset)]
    public void Primaries_alone_are_mostly_solved_and_exactly_those_known()
    {
        var cells = Cells("act_size");
        var result = Attack(cells, cells.Where(IsPrimary));

        var expected = CsvLines.Read(Dataset, "intervals_primaries_only_act_size.csv")
            .Where(row => row["low"] == row["up"])
            .Select(row => row["ACTIVITY"] + "|" + row["SIZE"]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Solved(cells, result).Order(StringComparer.Ordinal));
        Assert.Equal(63, result.Found);
    }

    [ReferenceFact(Dataset)]
    public void Every_witness_recomputes_to_the_true_turnover()
    {
        var cells = Cells("act_size");
        var suppressed = cells.Where(IsPrimary).ToList();
        foreach (var witness in Attack(cells, suppressed).Witnesses)
        {
            var truth = Scaled(cells[witness.Row]["TOT"]);
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
        var cells = Cells("act_size");
        var hidden = CsvLines.Read(Dataset, pattern).Select(row => row["ACTIVITY"] + "|" + row["SIZE"]).ToHashSet(StringComparer.Ordinal);
        return [.. Solved(cells, Attack(cells, cells.Where(row => hidden.Contains(row["ACTIVITY"] + "|" + row["SIZE"]))))
            .Order(StringComparer.Ordinal)];
    }

    private static (int Solved, int Primary) Counts(string table)
    {
        var cells = Cells(table);
        return ((int)Attack(cells, cells.Where(IsPrimary)).Found, cells.Count(IsPrimary));
    }

    private static List<Dictionary<string, string>> Cells(string table) => CsvLines.Read(Dataset, $"turnover_{table}.csv");

    private static bool IsPrimary(Dictionary<string, string> row)
    {
        var respondents = int.Parse(row["N_OBS"], CultureInfo.InvariantCulture);
        return respondents is > 0 and < 3 || Scaled(row["MAX"]) * 100 > Scaled(row["TOT"]) * 85;
    }

    private static Int128 Scaled(string number) => (Int128)(decimal.Parse(number, CultureInfo.InvariantCulture) * 10000);

    private static IEnumerable<string> Solved(List<Dictionary<string, string>> cells, AttackResult result) =>
        result.Witnesses.Select(witness => string.Join('|', cells[witness.Row].Values.Take(2)));

    private static AttackResult Attack(List<Dictionary<string, string>> cells, IEnumerable<Dictionary<string, string>> suppressed)
    {
        var hidden = suppressed.ToHashSet();
        var first = cells[0].ContainsKey("ACTIVITY") ? "ACTIVITY" : "NUTS";
        var second = cells[0].ContainsKey("SIZE") ? "SIZE" : "CJ";
        var table = new PublishedTableBuilder(first + "-" + second)
            .Key(first, [.. Columns(first, cells.ConvertAll(row => row[first]))])
            .Key(second, (second, cells.ConvertAll(row => row[second])))
            .Measure(new PublishedMeasure(
                "N_OBS", MeasureKind.Count, cells.ConvertAll(row => hidden.Contains(row) ? (Int128?)null : Int128.Parse(row["N_OBS"], CultureInfo.InvariantCulture))))
            .Measure(new PublishedMeasure(
                "TOT", MeasureKind.Sum, cells.ConvertAll(row => hidden.Contains(row) ? (Int128?)null : Scaled(row["TOT"])), scale: 4))
            .Build(cells.ConvertAll(row => hidden.Contains(row) ? "c" : ""));
        return new SolvingAttack([table]).Run();
    }

    private static List<(string, IReadOnlyList<string>)> Columns(string key, List<string> codes)
    {
        var file = key == "ACTIVITY" ? "activity_corr_table.csv" : "nuts23_fr_corr_table.csv";
        var hierarchy = CsvLines.Read(Dataset, file);
        var levels = hierarchy[0].Keys.ToList();
        var paths = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Total"] = [.. levels.Select(_ => "Total")] };
        foreach (var row in hierarchy)
        {
            for (var depth = 0; depth < levels.Count; depth++)
            {
                paths.TryAdd(row[levels[depth]], [.. levels.Select((level, i) => i <= depth ? row[level] : "Total")]);
            }
        }

        return [.. levels.Select((level, i) => (level, (IReadOnlyList<string>)codes.ConvertAll(code => paths[code][i])))];
    }
}
