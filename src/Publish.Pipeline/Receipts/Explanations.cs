using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Receipts;

/// <summary>Explains to the agency why cells are hidden, and what it could publish instead.</summary>
internal sealed class Explanations
{
    /// <summary>The most cells explained for a table: those that cost most.</summary>
    public const int Most = 10_000;

    private readonly (TablePlan Plan, ProtectedTable Table)[] _tables;
    private readonly Dictionary<int, string> _places = [];
    private readonly long[][] _rows;

    /// <summary>Numbers the rows of an edition's tables.</summary>
    /// <param name="upload">What protection decided.</param>
    public Explanations(ProtectedUpload upload)
    {
        _tables = [.. upload.Tables];
        _rows = [.. upload.Tables.Select(table => RowsOf(
            new TableLayout(table.Plan, table.Table).Order, upload.Perturbed.GetValueOrDefault(table.Plan.Release.Name)))];
        for (var t = 0; t < _tables.Length; t++)
        {
            for (var cell = 0; cell < _rows[t].Length; cell++)
            {
                _places.TryAdd(_tables[t].Table.SystemCell[cell], FormattableString.Invariant($"{_tables[t].Plan.Release.Name}, row {_rows[t][cell]}"));
            }
        }
    }

    /// <summary>The hidden cells of a table, the dearest first, as the policy counts cost; of those, the ones with most respondents.</summary>
    /// <param name="index">The table.</param>
    public IReadOnlyList<ExplainedCell> CellsOf(int index)
    {
        var (plan, table) = _tables[index];
        var hidden = Enumerable.Range(0, table.CellCount)
            .Where(cell => table.Status[cell] != CellStatus.Published)
            .OrderByDescending(cell => table.Costs[cell])
            .ThenByDescending(cell => table.Respondents[cell])
            .ThenBy(cell => _rows[index][cell])
            .Take(Most);
        return
        [
            .. hidden.Select(cell => new ExplainedCell(
                _rows[index][cell],
                LevelsOf(plan, table, cell),
                table.Respondents[cell],
                table.Status[cell] == CellStatus.Primary ? RuleNames.Of(table.Rule[cell]) : null,
                table.Shields[cell] >= 0 && table.Shields[cell] != table.SystemCell[cell] ? _places.GetValueOrDefault(table.Shields[cell]) : null)),
        ];
    }

    /// <summary>The cheapest coarser table without hidden cells of its own, or <see langword="null"/> where there is none.</summary>
    /// <param name="index">The table.</param>
    public CoarserTable? CoarserOf(int index)
    {
        var (plan, table) = _tables[index];
        return CheapestCoarsening.Of(table) is not var (finest, cells) ? null : new CoarserTable(
            Enumerable.Range(0, finest.Length)
                .Where(d => finest[d] > 0)
                .ToDictionary(
                    d => plan.Dimensions[d].Name,
                    d => plan.Dimensions[d].Hierarchy.Levels[plan.Request.Keys[d].Levels[finest[d]]].Name,
                    StringComparer.Ordinal),
            cells);
    }

    private static string LevelsOf(TablePlan plan, ProtectedTable table, int cell)
    {
        var levels = plan.Dimensions
            .Select((dimension, d) => (dimension.Hierarchy, Level: table.Levels[d][cell]))
            .Where(place => place.Level != place.Hierarchy.Top)
            .Select(place => place.Hierarchy.Levels[place.Level].Name)
            .ToArray();
        return levels.Length == 0 ? "total" : string.Join(", ", levels);
    }

    // Cells that rounding or noise left out of the file have no row; none of them is hidden.
    private static long[] RowsOf(int[] order, PerturbedTable? perturbed)
    {
        var rows = new long[order.Length];
        foreach (var (row, cell) in order.Where(cell => perturbed is null || perturbed.IsListed[cell]).Index())
        {
            rows[cell] = row + 1;
        }

        return rows;
    }
}
