using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Proofs;

/// <summary>
/// How much of one measure can be taken from each class, and from each cell that everyone knows to have at least one.
/// </summary>
internal sealed class ClassRoom
{
    private readonly IReadOnlyList<Int128> _values;
    private readonly Int128 _factor;
    private readonly Int128[]? _cells;
    private readonly bool[] _hasOne;
    private readonly IReadOnlyList<Int128>? _staying;

    private ClassRoom(EditionCells edition, PublishedMeasure measure, CountedMeasure counted, int scale)
    {
        (Measure, IsNonNegative, _values) = (measure.Name, measure.IsNonNegative, counted.Sums);
        _factor = 1;
        for (var digit = counted.Scale; digit < scale; digit++)
        {
            _factor *= 10;
        }

        _staying = counted.Staying;
        _hasOne = measure.Kind == MeasureKind.Count ? SurelyOne(edition) : [];
        _cells = measure.Kind == MeasureKind.Count ? new Int128[edition.Count] : null;
    }

    /// <summary>The measure's name.</summary>
    public string Measure { get; }

    /// <summary>Whether everyone knows that no class is below 0.</summary>
    public bool IsNonNegative { get; }

    /// <summary>The room of a measure, or <see langword="null"/> where the count does not have it or it does not add up.</summary>
    public static ClassRoom? Of(EditionCells edition, string name, CountedClasses classes)
    {
        var measures = edition.Tables.Select(table => table.Measure(name)).ToList();
        var scale = measures.Max(measure => measure.Scale);
        var counted = classes.Measures.FirstOrDefault(candidate => candidate.Name == name);
        return counted is null || counted.Scale > scale || measures[0].Kind == MeasureKind.Mean
            ? null
            : new ClassRoom(edition, measures.Find(measure => measure.IsNonNegative) ?? measures[0], counted, scale);
    }

    /// <summary>What can be taken from a class, in units of the measure's scale.</summary>
    public Int128 OfClass(int row) => checked(_values[row] * _factor);

    /// <summary>What can be taken from a cell beyond what its classes allow; <see langword="null"/> where nothing more is known.</summary>
    public Int128? OfCell(int cell) => _cells is not null && _hasOne[cell] ? _cells[cell] - 1 : null;

    /// <summary>Adds the classes to the cells of one grouping set.</summary>
    public void AddUp(int[] cellOf)
    {
        for (var row = 0; row < cellOf.Length && _cells is not null; row++)
        {
            if (cellOf[row] >= 0)
            {
                _cells[cellOf[row]] += OfClass(row);

                // Who is in other classes too stays, and is the one that everyone knows to be there.
                _hasOne[cellOf[row]] &= _staying is null || _staying[row] == 0;
            }
        }
    }

    // A row that is there, in a table that does not hide zeros, has somebody in it.
    private static bool[] SurelyOne(EditionCells edition)
    {
        var hasOne = new bool[edition.Count];
        for (var member = 0; member < edition.Tables.Count; member++)
        {
            foreach (var cell in edition.Tables[member].MayHideZeros ? [] : edition.CellOfRow[member])
            {
                hasOne[cell] = true;
            }
        }

        return hasOne;
    }
}
