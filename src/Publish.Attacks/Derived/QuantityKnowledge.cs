using System.Numerics;
using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Derived;

/// <summary>
/// What an intruder knows of one quantity in every cell of the tables that publish it or numbers made of it.
/// </summary>
internal sealed class QuantityKnowledge
{
    private readonly AdditiveQuantity _quantity;
    private readonly Dictionary<int, int> _memberOf;
    private readonly MeasureFamily _family;

    /// <summary>Starts from what is published of the quantity itself.</summary>
    /// <param name="published">The edition.</param>
    /// <param name="quantity">The quantity, as one of the tables has it.</param>
    /// <param name="tables">The tables that publish it or numbers made of it, by index, ascending.</param>
    public QuantityKnowledge(PublishedEdition published, AdditiveQuantity quantity, IReadOnlyList<int> tables)
    {
        var measures = tables.Select(table => MeasureFamily.Measure(published.Tables[table], quantity.Name)).ToArray();
        (_quantity, Tables, Layout) = (quantity, tables, published.Layout(tables));
        _memberOf = tables.Index().ToDictionary(each => each.Item, each => each.Index);
        IsNonNegative = quantity.Kind == MeasureKind.Count || quantity.IsNonNegative || measures.Any(measure => measure?.IsNonNegative == true);
        Scale = measures.OfType<PublishedMeasure>().Select(measure => measure.Scale).Append(quantity.Scale).Max();
        _family = new MeasureFamily(tables, [.. measures.Select(measure => measure?.IsAdditive ?? quantity.IsAdditive)], [quantity.Name]);
        Known = new CellIntervals(Layout.Cells.Count, IsNonNegative);
        foreach (var (measure, member) in measures.Select((measure, member) => (measure, member)))
        {
            Start(member, measure);
        }
    }

    /// <summary>The tables that publish it or numbers made of it, by index in the edition.</summary>
    public IReadOnlyList<int> Tables { get; }

    /// <summary>Their cells and sums.</summary>
    public EditionLayout Layout { get; }

    /// <summary>Decimals of its values.</summary>
    public int Scale { get; }

    /// <summary>Whether no value is negative.</summary>
    public bool IsNonNegative { get; }

    /// <summary>What is known of each cell.</summary>
    public CellIntervals Known { get; }

    /// <summary>Whether all its sums hold in every table.</summary>
    public bool IsAdditive => _family.Additive.All(each => each);

    /// <summary>The cell of a row, or the total of it over a key; −1 where there is no such cell.</summary>
    /// <param name="table">A table, by index in the edition.</param>
    /// <param name="row">The row.</param>
    /// <param name="totalOver">The key, or <see langword="null"/> for the row's own cell.</param>
    public int CellOf(int table, int row, string? totalOver = null) =>
        CellTotals.Of(Layout.Cells, Layout.Cells.CellOfRow[_memberOf[table]][row], totalOver);

    /// <summary>Takes note of an interval.</summary>
    /// <returns>Whether anything is known better than before.</returns>
    public bool Note(int cell, Int128 low, Int128 high) => Known.Raise(cell, low) | Known.Lower(cell, high);

    /// <summary>Tightens what is known through the sums of cells; where values may be negative a sum bounds none of its parts.</summary>
    /// <param name="rounds">How often each sum may be looked at.</param>
    public void Tighten(int rounds)
    {
        if (IsNonNegative && Known.Contradiction < 0)
        {
            new BoundTightening(Layout.Sums, _family.AdditiveSets(Layout.Cells), Known, Layout.Cells.Count).Run((long)rounds * Layout.Sums.Count);
        }
    }

    /// <summary>The measure as one who works it out would add it to a table that does not publish it.</summary>
    /// <param name="table">The table, by index in the edition.</param>
    /// <param name="rows">The table.</param>
    /// <param name="truth">Its true values, for one who has them; <see langword="null"/> for what is worked out.</param>
    public PublishedMeasure In(int table, PublishedTable rows, IReadOnlyList<Int128>? truth)
    {
        var values = new Int128?[rows.Rows];
        var bounds = new ImpliedBounds(new Int128[rows.Rows], new Int128[rows.Rows]);
        for (var row = 0; row < values.Length; row++)
        {
            var cell = CellOf(table, row);
            (bounds.Low[row], bounds.High[row]) = rows.IsSuppressed(row)
                ? (IsNonNegative ? 0 : CellIntervals.Unlimited, CellIntervals.Unbounded)
                : (Known.Low(cell), Known.High(cell));
            values[row] = rows.IsSuppressed(row) ? null : truth is not null ? truth[row] : Known.IsExact(cell) ? Known.Low(cell) : null;
        }

        return new PublishedMeasure(_quantity.Name, _quantity.Kind, values, Scale, _quantity.IsAdditive, isNonNegative: IsNonNegative)
        {
            Implied = bounds,
        };
    }

    private void Start(int member, PublishedMeasure? measure)
    {
        var table = Layout.Cells.Tables[member];
        var factor = measure is null ? 1 : (Int128)BigInteger.Pow(10, Scale - measure.Scale);
        for (var row = 0; row < table.Rows; row++)
        {
            var cell = Layout.Cells.CellOfRow[member][row];
            if (table.IsSuppressed(row))
            {
                Known.Raise(cell, _quantity.Kind == MeasureKind.Count && !table.MayHideZeros ? 1 : CellIntervals.Unlimited);
            }
            else if (measure is { Noise: MeasureNoise.None, RoundingUnit: var unit } && measure.Values[row] is { } value)
            {
                Note(cell, checked((value - unit) * factor), checked((value + unit) * factor));
            }
        }
    }
}
