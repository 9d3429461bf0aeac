using System.Numerics;
using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Intervals;

/// <summary>The interval one suppressed cell needs, and how much of it is proven.</summary>
/// <param name="cell">The cell.</param>
/// <param name="low">Some table must have at most this.</param>
/// <param name="high">Some table must have at least this.</param>
internal sealed class IntervalNeed(int cell, BigInteger low, BigInteger high)
{
    /// <summary>The cell.</summary>
    public int Cell { get; } = cell;

    /// <summary>Some table must have at most this.</summary>
    public BigInteger Low { get; } = low;

    /// <summary>Some table must have at least this.</summary>
    public BigInteger High { get; } = high;

    /// <summary>Whether a table with at most <see cref="Low"/> was found.</summary>
    public bool IsLowReached { get; set; }

    /// <summary>Whether a table with at least <see cref="High"/> was found.</summary>
    public bool IsHighReached { get; set; }

    /// <summary>Whether a table was found beyond one end.</summary>
    /// <param name="isHigh">The high end, or the low one.</param>
    public bool IsReached(bool isHigh) => isHigh ? IsHighReached : IsLowReached;

    /// <summary>Whether the whole interval is proven.</summary>
    public bool IsProven => IsLowReached && IsHighReached;

    /// <summary>Takes note of a table that agrees with everything published.</summary>
    /// <param name="value">The cell's numerator in it.</param>
    /// <param name="denominator">The denominator, positive.</param>
    public void Note(BigInteger value, BigInteger denominator)
    {
        IsLowReached |= value <= Low * denominator;
        IsHighReached |= value >= High * denominator;
    }

    /// <summary>The needs of all suppressed cells of one measure, by cell: the widest of those of several tables.</summary>
    /// <param name="edition">The cells.</param>
    /// <param name="family">The family of the measure.</param>
    /// <param name="values">The measure.</param>
    /// <param name="least">What everyone knows each cell to be at least: no suppression can make it less.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="proven">Moves, or <see langword="null"/>.</param>
    public static List<IntervalNeed> Of(
        EditionCells edition,
        MeasureFamily family,
        CellValues values,
        Func<int, BigInteger> least,
        IEnumerable<IntervalRequirement> requirements,
        CellReach? proven)
    {
        var needs = new SortedDictionary<int, IntervalNeed>();
        foreach (var requirement in requirements.Where(each => each.Measure == values.Name && family.Tables.Contains(each.Table)))
        {
            var member = family.Tables.ToList().IndexOf(requirement.Table);
            var table = edition.Tables[member];
            var factor = BigInteger.Pow(10, values.Scale - table.Measure(values.Name).Scale);
            for (var row = 0; row < table.Rows; row++)
            {
                if (requirement.Lower[row] > 0 || requirement.Upper[row] > 0)
                {
                    var cell = edition.CellOfRow[member][row];
                    var (down, up) = proven?.Of(values.Name, cell) ?? default;
                    var value = requirement.Values[row] * factor;
                    var low = value - (requirement.Lower[row] * factor);
                    var floor = table.IsSuppressed(row) ? BigInteger.Min(least(cell), value) : low;
                    var need = new IntervalNeed(cell, BigInteger.Max(low, floor), value + (requirement.Upper[row] * factor));
                    need.Note(value - down, 1);
                    need.Note(value + up, 1);
                    needs[cell] = needs.TryGetValue(cell, out var other) ? Widest(need, other) : need;
                }
            }
        }

        return [.. needs.Values];
    }

    private static IntervalNeed Widest(IntervalNeed one, IntervalNeed other) =>
        new(one.Cell, BigInteger.Min(one.Low, other.Low), BigInteger.Max(one.High, other.High))
        {
            IsLowReached = one.IsLowReached && other.IsLowReached,
            IsHighReached = one.IsHighReached && other.IsHighReached,
        };
}
