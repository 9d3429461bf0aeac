using System.Numerics;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>Sets of grouping sets, as bits: those that see the views of an axis.</summary>
internal sealed class SetBits
{
    private readonly ulong[][][] _ofView;

    public SetBits(ClassGrid grid)
    {
        Words = (grid.SetCount + 63) / 64;
        _ofView = [.. grid.Axes.Select(axis => Enumerable.Range(0, axis.ViewCount).Select(_ => new ulong[Words]).ToArray())];
        for (var axis = 0; axis < _ofView.Length; axis++)
        {
            for (var set = 0; set < grid.SetCount; set++)
            {
                _ofView[axis][grid.Axes[axis].ViewOfSet[set]][set / 64] |= 1UL << (set % 64);
            }
        }
    }

    /// <summary>The 64-bit words of a set.</summary>
    public int Words { get; }

    /// <summary>Leaves only the grouping sets that see the axis in one of some views.</summary>
    public void Restrict(Span<ulong> sets, int axis, ulong views)
    {
        for (var word = 0; word < Words; word++)
        {
            var allowed = 0UL;
            for (var rest = views; rest != 0; rest &= rest - 1)
            {
                allowed |= _ofView[axis][BitOperations.TrailingZeroCount(rest)][word];
            }

            sets[word] &= allowed;
        }
    }
}
