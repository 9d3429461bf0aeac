using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Layouts;

/// <summary>
/// Checks that tables are laid out as they claim, which all other attacks rely on: totals only below totals, no cell
/// twice, a value exactly where the status is empty, every parent present, and tables that publish the same grouping
/// set showing the same cells of it.
/// </summary>
/// <param name="published">The tables of an edition.</param>
public sealed class LayoutAttack(PublishedEdition published) : IAttack
{
    private readonly IReadOnlyList<PublishedTable> _tables = published.Tables;
    private readonly WitnessLog _log = new();

    /// <summary>Checks tables by themselves.</summary>
    /// <param name="tables">The tables of an edition.</param>
    public LayoutAttack(IReadOnlyList<PublishedTable> tables)
        : this(new PublishedEdition(tables))
    {
    }

    /// <inheritdoc/>
    public string Name => "layout";

    /// <inheritdoc/>
    public string Knows => "The published files.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        for (var table = 0; table < _tables.Count; table++)
        {
            for (var row = 0; row < _tables[table].Rows; row++)
            {
                CheckTotals(table, row);
                CheckValues(table, row);
            }

            CheckParents(table);
        }

        CheckSharedSets();
        return _log.Result(Name, _tables.Sum(table => (long)table.Rows), "rows");
    }

    private void CheckTotals(int table, int row)
    {
        foreach (var key in _tables[table].Keys)
        {
            var depth = key.Depth(row);
            for (var level = 0; level < depth; level++)
            {
                if (key.Levels[level].Codes[row] == PublishedLevel.Total)
                {
                    Report(table, row, $"{_tables[table].Describe(row)} names a finer level than {key.Levels[level].Name}, which is summed away.");
                }
            }
        }
    }

    private void CheckValues(int table, int row)
    {
        var status = _tables[table].Status[row];
        if (status.Length > 0 && status != PublishedTable.SuppressedMark)
        {
            Report(table, row, $"{_tables[table].Describe(row)} has a status that is neither empty nor '{PublishedTable.SuppressedMark}'.");
        }

        foreach (var measure in _tables[table].Measures)
        {
            if (status.Length > 0 && measure.Values[row] is not null)
            {
                Report(table, row, $"{_tables[table].Describe(row)} is not published, yet {measure.Name} has a value.");
            }
            else if (status.Length == 0 && measure.Kind == MeasureKind.Count && !(measure.Values[row] >= 0))
            {
                Report(table, row, $"{_tables[table].Describe(row)} is published without a count, or with a negative one.");
            }
        }
    }

    private void CheckParents(int table)
    {
        var (edition, sums) = published.Layout([table]);
        var seen = new HashSet<int>();
        for (var row = 0; row < _tables[table].Rows; row++)
        {
            if (!seen.Add(edition.CellOfRow[0][row]))
            {
                Report(table, row, $"{_tables[table].Describe(row)} is there twice.");
            }
        }

        for (var sum = 0; sum < sums.Count; sum++)
        {
            if (sums.Total(sum) >= 0 || sums.Parts(sum)[0] >= edition.RowOfCell.Count)
            {
                continue;
            }

            var row = edition.RowOfCell[sums.Parts(sum)[0]].Row;
            Report(table, row, $"{_tables[table].Describe(row)} is there without a total it is part of.");
        }
    }

    private void CheckSharedSets()
    {
        var edition = published.Layout().Cells;
        var sets = edition.CellOfRow.Select(cells => cells.Select(edition.SetOf).ToHashSet()).ToList();
        var present = edition.CellOfRow.Select(cells => cells.ToHashSet()).ToList();
        foreach (var (first, row) in edition.RowOfCell)
        {
            var cell = edition.CellOfRow[first][row];
            for (var table = 0; table < _tables.Count; table++)
            {
                if (sets[table].Contains(edition.SetOf(cell)) && !present[table].Contains(cell))
                {
                    Report(first, row, $"{_tables[first].Describe(row)} is there, yet {_tables[table].Name} says it is empty.");
                }
            }
        }
    }

    private void Report(int table, int row, FormattableString text) => _log.Add(AttackCodes.Layout, _tables, table, row, text);
}
