using System.Numerics;

namespace Publish.Attacks.Differences;

/// <summary>An overlap whose number of respondents follows from published cells.</summary>
/// <param name="order">How many were found before it.</param>
/// <param name="cell">The published cell it was the last unknown part of.</param>
/// <param name="value">The number.</param>
/// <param name="parts">The cell's other parts, all found before.</param>
internal sealed class KnownOverlap(int order, int cell, Int128 value, IReadOnlyList<KnownOverlap> parts)
{
    /// <summary>The published cell it was the last unknown part of.</summary>
    public int Cell { get; } = cell;

    /// <summary>The number.</summary>
    public Int128 Value { get; } = value;

    /// <summary>The published cells whose sum it is, with how often each is taken.</summary>
    public SortedDictionary<int, BigInteger> Terms()
    {
        var terms = new SortedDictionary<int, BigInteger>();
        var times = new SortedDictionary<int, (KnownOverlap Overlap, BigInteger Times)> { [-Order] = (this, 1) };
        while (times.Count > 0)
        {
            // The latest first: whatever it is taken for has been added up by then.
            var (key, (overlap, count)) = times.First();
            times.Remove(key);
            terms[overlap.Cell] = terms.GetValueOrDefault(overlap.Cell) + count;
            foreach (var part in overlap.Parts)
            {
                var before = times.GetValueOrDefault(-part.Order).Times;
                times[-part.Order] = (part, before - count);
            }
        }

        return new SortedDictionary<int, BigInteger>(terms.Where(term => !term.Value.IsZero).ToDictionary());
    }

    private int Order { get; } = order;

    private IReadOnlyList<KnownOverlap> Parts { get; } = parts;
}
