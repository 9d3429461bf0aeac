using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// A perturbed table with a row for every cell of the upload: what is published as 0 has no row in the file, yet stands in
/// the sums. The intruder who is given it knows which combinations nobody is in, which no reader does.
/// </summary>
public static class CompleteTable
{
    /// <summary>Completes a table.</summary>
    /// <param name="table">The table as read back.</param>
    /// <param name="cells">Every cell of the upload, counted at every level.</param>
    /// <param name="measure">The measure that is kept; the table publishes it.</param>
    /// <returns>The table: published numbers, 0 where there is no row, and the status of suppressed cells.</returns>
    public static PublishedTable Of(PublishedTable table, CountedClasses cells, string measure)
    {
        var counted = new CountedCells(cells, table, depths: null);
        var codes = counted.CountedCodes(table);
        var published = table.Measures.First(m => m.Name == measure);
        var values = Enumerable.Repeat((Int128?)0, cells.Rows).ToArray();
        var status = Enumerable.Repeat("", cells.Rows).ToArray();
        for (var row = 0; row < table.Rows; row++)
        {
            if (counted.Find(table, row, codes) is >= 0 and var cell)
            {
                (values[cell], status[cell]) = (published.Values[row], table.Status[row]);
            }
        }

        return new PublishedTable(
            table.Name,
            [.. table.Keys.Select(key => new PublishedKey(key.Name, [.. key.Levels.Select(level => LevelOf(cells, key.Name, level.Name))]))],
            [new PublishedMeasure(measure, MeasureKind.Count, values, isAdditive: published.IsAdditive, roundingUnit: published.RoundingUnit)],
            status,
            table.TotalMark,
            table.MayHideZeros);
    }

    /// <summary>The same table with the exact number of every cell that is not suppressed.</summary>
    /// <param name="complete">A completed table.</param>
    /// <param name="cells">What it was completed with.</param>
    /// <param name="measure">The measure, counted under the same name.</param>
    public static PublishedTable Exactly(PublishedTable complete, CountedClasses cells, string measure)
    {
        return With(complete, cells.Measures.First(m => m.Name == measure).Sums, roundingUnit: 0);
    }

    /// <summary>The same table with other numbers in the cells that are not suppressed.</summary>
    /// <param name="complete">A completed table.</param>
    /// <param name="numbers">A number for each row.</param>
    /// <param name="roundingUnit">What they are rounded to; 0 where they are exact.</param>
    public static PublishedTable With(PublishedTable complete, IReadOnlyList<Int128> numbers, Int128 roundingUnit)
    {
        var published = complete.Measures[0];
        var values = published.Values.Select((value, cell) => value is null ? null : (Int128?)numbers[cell]).ToArray();
        return new PublishedTable(
            complete.Name,
            complete.Keys,
            [new PublishedMeasure(published.Name, MeasureKind.Count, values, isAdditive: published.IsAdditive, roundingUnit: roundingUnit)],
            complete.Status,
            complete.TotalMark,
            complete.MayHideZeros);
    }

    private static PublishedLevel LevelOf(CountedClasses cells, string key, string name)
    {
        var level = cells.Level(key, name)!;
        return new PublishedLevel(name, level.Labels, level.Codes);
    }
}
