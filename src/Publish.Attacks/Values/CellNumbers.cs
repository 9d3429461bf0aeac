using Publish.Attacks.Editions;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>The exact published numbers of a measure by cell, from whichever table publishes them.</summary>
internal sealed class CellNumbers
{
    private readonly EditionCells _edition;
    private readonly Int128?[] _numbers;

    private CellNumbers(EditionCells edition, Int128?[] numbers, int scale) => (_edition, _numbers, Scale) = (edition, numbers, scale);

    /// <summary>Decimals of the numbers.</summary>
    public int Scale { get; }

    /// <summary>Gathers the numbers of a measure.</summary>
    /// <param name="published">The tables.</param>
    /// <param name="name">The measure's name.</param>
    public static CellNumbers Of(PublishedEdition published, string name)
    {
        var edition = published.Layout().Cells;
        var numbers = new Int128?[edition.Count];
        var scale = 0;
        foreach (var (table, index) in edition.Tables.Select((table, index) => (table, index)))
        {
            if (MeasureFamily.Measure(table, name) is { RoundingUnit: var unit, Noise: MeasureNoise.None } measure && unit == 0)
            {
                scale = measure.Scale;
                for (var row = 0; row < table.Rows; row++)
                {
                    numbers[edition.CellOfRow[index][row]] ??= measure.Values[row];
                }
            }
        }

        return new CellNumbers(edition, numbers, scale);
    }

    /// <summary>The number of a cell, or <see langword="null"/> where no table publishes it.</summary>
    /// <param name="cell">The cell, of all tables of the edition.</param>
    public Int128? Of(int cell) => _numbers[cell];

    /// <summary>The number of a row's cell, or <see langword="null"/> where no table publishes it.</summary>
    /// <param name="table">The table, by index in the edition.</param>
    /// <param name="row">The row, from 0.</param>
    public Int128? Of(int table, int row) => _numbers[_edition.CellOfRow[table][row]];
}
