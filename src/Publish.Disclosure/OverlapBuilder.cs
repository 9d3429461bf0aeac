using System.Runtime.InteropServices;

namespace Publish.Disclosure;

/// <summary>Gathers respondents by the set of cells they are in; equal sets become one group, in the order they are first met.</summary>
public sealed class OverlapBuilder
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _cells = [];
    private readonly List<long> _respondents = [];
    private readonly List<ulong> _recordKeys = [];
    private int[] _slots = new int[64];

    /// <summary>Adds respondents that are in some cells; a set of fewer than two is no overlap and is forgotten.</summary>
    /// <param name="cells">The cells, possibly repeated. Used up: what the list holds afterwards has no meaning.</param>
    /// <param name="respondents">How many respondents.</param>
    /// <param name="recordKeys">The sum of their record keys modulo 2⁶⁴; 0 (the default) where none are kept.</param>
    public void Add(List<int> cells, long respondents, ulong recordKeys = 0)
    {
        var set = SortedDistinct(CollectionsMarshal.AsSpan(cells));
        if (set.Length < 2)
        {
            return;
        }

        if (2 * (_respondents.Count + 1) > _slots.Length)
        {
            Grow();
        }

        var slot = Find(set);
        if (_slots[slot] == 0)
        {
            _cells.AddRange(set);
            _starts.Add(_cells.Count);
            _respondents.Add(respondents);
            _recordKeys.Add(recordKeys);
            _slots[slot] = _respondents.Count;
        }
        else
        {
            ref var count = ref CollectionsMarshal.AsSpan(_respondents)[_slots[slot] - 1];
            count = checked(count + respondents);
            ref var keys = ref CollectionsMarshal.AsSpan(_recordKeys)[_slots[slot] - 1];
            keys = unchecked(keys + recordKeys);
        }
    }

    /// <summary>The overlaps added so far.</summary>
    public RespondentOverlaps Build() =>
        _respondents.Count == 0
            ? RespondentOverlaps.None
            : new RespondentOverlaps([.. _starts], [.. _cells], [.. _respondents]);

    /// <summary>The sum of the record keys of each group, in the order of <see cref="Build"/>.</summary>
    public ulong[] RecordKeys() => [.. _recordKeys];

    private static Span<int> SortedDistinct(Span<int> cells)
    {
        cells.Sort();
        var kept = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            if (i == 0 || cells[i] != cells[i - 1])
            {
                cells[kept++] = cells[i];
            }
        }

        return cells[..kept];
    }

    private Span<int> GroupOf(int index) =>
        CollectionsMarshal.AsSpan(_cells)[_starts[index].._starts[index + 1]];

    private int Find(ReadOnlySpan<int> set)
    {
        var slot = Hash(set) & (_slots.Length - 1);
        while (_slots[slot] != 0 && !GroupOf(_slots[slot] - 1).SequenceEqual(set))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var group = 0; group < _respondents.Count; group++)
        {
            _slots[Find(GroupOf(group))] = group + 1;
        }
    }

    private static int Hash(ReadOnlySpan<int> set)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var cell in set)
        {
            hash = (hash ^ (uint)cell) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }

        return (int)(hash >> 16);
    }
}
