namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// The largest contributions of one class, as they are met: a heap with the least at its root once it is full, so that
/// most others are turned away after one comparison.
/// </summary>
internal struct LargestContributions
{
    private Contribution[]? _kept;

    /// <summary>The number kept.</summary>
    public int Count { get; private set; }

    /// <summary>By absolute value, then by value, then by weight: equal input gives equal lists, whatever its order.</summary>
    public static int Compare(Contribution a, Contribution b)
    {
        var bySize = a.Size.CompareTo(b.Size);
        var byValue = bySize != 0 ? bySize : a.Value.CompareTo(b.Value);
        return byValue != 0 ? byValue : a.Weighted.CompareTo(b.Weighted);
    }

    /// <summary>Keeps a contribution if it is among the largest.</summary>
    /// <param name="contribution">A contribution.</param>
    /// <param name="depth">The most to keep.</param>
    public void Add(Contribution contribution, int depth)
    {
        if (Count < depth)
        {
            _kept ??= new Contribution[Math.Min(depth, 2)];
            if (Count == _kept.Length)
            {
                Array.Resize(ref _kept, (int)Math.Min(depth, 2L * Count));
            }

            _kept[Count++] = contribution;
            if (depth != int.MaxValue)
            {
                Rise(Count - 1);
            }
        }
        else if (depth > 0 && Compare(contribution, _kept![0]) > 0)
        {
            _kept[0] = contribution;
            Sink();
        }
    }

    /// <summary>Writes what is kept, the largest first.</summary>
    public readonly void CopyTo(Span<Contribution> target)
    {
        _kept.AsSpan(0, Count).CopyTo(target);
        target.Sort(static (a, b) => Compare(b, a));
    }

    private readonly void Rise(int child)
    {
        while (child > 0 && Compare(_kept![child], _kept[(child - 1) / 2]) < 0)
        {
            (_kept[child], _kept[(child - 1) / 2]) = (_kept[(child - 1) / 2], _kept[child]);
            child = (child - 1) / 2;
        }
    }

    private readonly void Sink()
    {
        for (var parent = 0; ;)
        {
            var least = (2 * parent) + 1;
            if (least >= Count)
            {
                return;
            }

            least += least + 1 < Count && Compare(_kept![least + 1], _kept[least]) < 0 ? 1 : 0;
            if (Compare(_kept![least], _kept[parent]) >= 0)
            {
                return;
            }

            (_kept[least], _kept[parent]) = (_kept[parent], _kept[least]);
            parent = least;
        }
    }
}
