using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Derived;

/// <summary>
/// Finds published numbers that are made of a suppressed cell: a share of a total that is withheld tells the total, a ratio
/// in one table of a cell that another withholds tells the cell.
/// </summary>
internal sealed class DerivedNumbers(PublishedEdition published)
{
    /// <summary>Looks through all of them.</summary>
    /// <param name="log">Takes note of what is found.</param>
    /// <returns>How many numbers there are.</returns>
    public long Report(WitnessLog log)
    {
        var measures = published.Tables.Index().SelectMany(table =>
            table.Item.Measures.Where(measure => measure.Formula is not null).Select(measure => (Table: table.Index, Measure: measure))).ToArray();
        if (measures.Length == 0)
        {
            return 0;
        }

        var edition = published.Layout().Cells;
        var withheld = Withheld(edition);
        return measures.Sum(each => Report(edition, withheld, each.Table, each.Measure, log));
    }

    // For each cell, a row that withholds it.
    private static (int Table, int Row)?[] Withheld(EditionCells edition)
    {
        var rows = new (int Table, int Row)?[edition.Count];
        foreach (var (table, index) in edition.Tables.Select((table, index) => (table, index)))
        {
            for (var row = 0; row < table.Rows; row++)
            {
                if (table.IsSuppressed(row))
                {
                    rows[edition.CellOfRow[index][row]] ??= (index, row);
                }
            }
        }

        return rows;
    }

    private long Report(EditionCells edition, (int Table, int Row)?[] withheld, int table, PublishedMeasure measure, WitnessLog log)
    {
        var examined = 0L;
        var over = (measure.Formula as QuotientFormula)?.TotalOver;
        for (var row = 0; row < measure.Values.Count; row++)
        {
            if (measure.Values[row] is null)
            {
                continue;
            }

            examined++;
            var own = edition.CellOfRow[table][row];
            var total = CellTotals.Of(edition, own, over);
            if (withheld[own] is { } itself)
            {
                Report(itself, measure, table, row, log);
            }
            else if (total >= 0 && total < withheld.Length && withheld[total] is { } whole)
            {
                Report(whole, measure, table, row, log);
            }
        }

        return examined;
    }

    private void Report((int Table, int Row) secret, PublishedMeasure measure, int table, int row, WitnessLog log) => log.Add(
        AttackCodes.DerivedMeasure,
        published.Tables,
        secret,
        $"{published.Tables[secret.Table].Describe(secret.Row)} is withheld, yet {measure.Name} of {published.Tables[table].Describe(row)} is made of it.",
        [new WitnessTerm(table, row, published.Tables[table].Describe(row), 1)],
        []);
}
