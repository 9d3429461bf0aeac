using System.Globalization;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The four turnover tables as cells and equations: a cell is a pair of codes; a coarser code is the sum of its finer
/// ones, beside each code of the other key.
/// </summary>
internal sealed class TurnoverTables
{
    private const int Unit = 10_000;
    private readonly Dictionary<(string, string), int> _cells = [];
    private readonly List<int[]> _equations = [];
    private readonly List<HashSet<int>> _cellsOf = [];

    public TurnoverTables(params string[] tables)
    {
        foreach (var table in tables)
        {
            Add(table);
        }
    }

    public List<bool> IsPrimary { get; } = [];

    public List<double> Values { get; } = [];

    public List<Int128> Respondents { get; } = [];

    /// <summary>The equations: their first cell is the sum of the others.</summary>
    public IReadOnlyList<int[]> Equations => _equations;

    /// <summary>The cells of each table. Tables have cells in common.</summary>
    public IReadOnlyList<IReadOnlySet<int>> CellsOf => _cellsOf;

    public CellSystem System
    {
        get
        {
            var starts = new List<int> { 0 };
            foreach (var equation in _equations)
            {
                starts.Add(starts[^1] + equation.Length);
            }

            return CellSystem.FromEquations(Values.Count, new SparseRows(
                [.. starts],
                [.. _equations.SelectMany(equation => equation)],
                [.. _equations.SelectMany(equation => equation.Select((_, i) => i == 0 ? 1 : -1))]));
        }
    }

    /// <summary>
    /// Asks that each primary cell be hidden to a tenth of its value, in ten-thousandths, the file's last decimal; one of
    /// value 0, of which a tenth is nothing, to 1.
    /// </summary>
    public IntervalDemand Demand
    {
        get
        {
            Int128[] values = [.. Values.Select(value => (Int128)Math.Round(value * Unit))];
            Int128[] upper = [.. values.Select((value, cell) => !IsPrimary[cell] ? 0 : value == 0 ? Unit : (value + 9) / 10)];
            return new IntervalDemand
            {
                ClassValues = values,
                Lower = [.. upper.Zip(values, Int128.Min)],
                Upper = upper,
            };
        }
    }

    public CellRole[] Roles => [.. IsPrimary.Select(primary => primary ? CellRole.Primary : CellRole.Candidate)];

    private void Add(string table)
    {
        var own = new HashSet<(string, string)>();
        foreach (var row in ReferenceRows.Read("rtauargus-turnover", $"turnover_{table}.csv"))
        {
            var key = (row[0], row[1]);
            own.Add(key);
            if (_cells.TryAdd(key, _cells.Count))
            {
                var (respondents, total, largest) = (Number(row[2]), Number(row[3]), Number(row[4]));
                Values.Add(total);
                Respondents.Add((Int128)respondents);
                IsPrimary.Add((respondents > 0 && respondents < 3) || largest > 0.85 * total);
            }
        }

        _cellsOf.Add([.. own.Select(key => _cells[key])]);
        AddEquations(own, table.StartsWith("act", StringComparison.Ordinal) ? "activity_corr_table.csv" : "nuts23_fr_corr_table.csv");
    }

    private void AddEquations(HashSet<(string First, string Second)> own, string hierarchy)
    {
        var children = Children(ReferenceRows.Read("rtauargus-turnover", hierarchy));
        var seconds = own.Select(cell => cell.Second).Distinct().Where(second => second != "Total").ToArray();
        foreach (var (first, second) in own)
        {
            if (second == "Total")
            {
                AddEquation((first, second), seconds.Select(other => (first, other)));
            }

            if (children.TryGetValue(first, out var finer))
            {
                AddEquation((first, second), finer.Select(other => (other, second)));
            }
        }
    }

    private void AddEquation((string, string) sum, IEnumerable<(string, string)> parts)
    {
        int[] known = [.. parts.Where(_cells.ContainsKey).Select(part => _cells[part])];
        Assert.Equal(Values[_cells[sum]], known.Sum(part => Values[part]), 1e-3 * (1 + known.Length));
        _equations.Add([_cells[sum], .. known]);
    }

    /// <summary>A code stands for itself on a finer level if the file repeats it: then there is nothing to add up.</summary>
    private static Dictionary<string, string[]> Children(string[][] paths) =>
        paths.SelectMany(path => path.Prepend("Total").Zip(path))
            .Where(pair => pair.First != pair.Second)
            .GroupBy(pair => pair.First, pair => pair.Second)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
