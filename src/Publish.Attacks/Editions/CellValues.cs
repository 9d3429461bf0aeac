using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>The published values of one measure by cell of an edition, at the finest scale any table uses.</summary>
internal sealed class CellValues
{
    private readonly Int128?[] _values;
    private readonly List<(int Member, int Row)> _conflicts = [];

    public CellValues(EditionCells edition, string measure)
    {
        Name = measure;
        _values = new Int128?[edition.Count];
        var measures = edition.Tables.Select(table => MeasureFamily.Measure(table, measure)!).ToList();
        Scale = measures.Max(candidate => candidate.Scale);
        IsNonNegative = measures.TrueForAll(candidate => candidate.IsNonNegative);
        Noise = measures.Max(candidate => candidate.Noise);
        IsMean = measures.Exists(candidate => candidate.Kind == MeasureKind.Mean);
        for (var member = 0; member < measures.Count; member++)
        {
            Read(edition, member, measures[member]);
        }
    }

    /// <summary>The measure's name.</summary>
    public string Name { get; }

    /// <summary>Decimals of the values.</summary>
    public int Scale { get; }

    /// <summary>The coarsest rounding of any table, in units of the scale.</summary>
    public Int128 RoundingUnit { get; private set; }

    /// <summary>The worst that any table does to sums.</summary>
    public MeasureNoise Noise { get; }

    /// <summary>Whether no contribution is negative.</summary>
    public bool IsNonNegative { get; }

    /// <summary>Whether the values are means.</summary>
    public bool IsMean { get; }

    /// <summary>Rows whose value is not that of an earlier row with the same cell.</summary>
    public IReadOnlyList<(int Member, int Row)> Conflicts => _conflicts;

    /// <summary>The value of a cell, or <see langword="null"/> where no table publishes it.</summary>
    public Int128? this[int cell] => _values[cell];

    private void Read(EditionCells edition, int member, PublishedMeasure measure)
    {
        Int128 factor = 1;
        for (var digit = measure.Scale; digit < Scale; digit++)
        {
            factor *= 10;
        }

        RoundingUnit = Int128.Max(RoundingUnit, checked(measure.RoundingUnit * factor));
        for (var row = 0; row < measure.Values.Count; row++)
        {
            if (measure.Values[row] is { } value && !edition.Tables[member].IsSuppressed(row))
            {
                var cell = edition.CellOfRow[member][row];
                var scaled = checked(value * factor);
                if (_values[cell] is { } present && present != scaled)
                {
                    _conflicts.Add((member, row));
                }

                _values[cell] ??= scaled;
            }
        }
    }
}
