namespace Publish.Attacks.Editions;

/// <summary>
/// The grouping sets of an edition (one level, or −1 for total, a key), closed under meets: two tables share their
/// coarsest common margin even if neither publishes it. Every linear dependency among margins of nested hierarchies
/// then follows from the sums between a set and the sets that cover it.
/// </summary>
internal sealed class GroupingSetLattice
{
    private readonly KeyNodes[] _keys;
    private readonly List<int[]> _sets = [];
    private readonly Dictionary<ulong, int> _index = [];

    public GroupingSetLattice(KeyNodes[] keys) => _keys = keys;

    public int Count => _sets.Count;

    /// <summary>The levels of a set by key.</summary>
    public int[] Levels(int set) => _sets[set];

    /// <summary>The index of a set, added when it is new.</summary>
    public int Add(int[] levels)
    {
        var code = 0UL;
        for (var key = 0; key < _keys.Length; key++)
        {
            code = checked((code * (ulong)(_keys[key].Order.Count + 1)) + (ulong)(levels[key] + 1));
        }

        if (!_index.TryGetValue(code, out var set))
        {
            set = _sets.Count;
            _index.Add(code, set);
            _sets.Add((int[])levels.Clone());
        }

        return set;
    }

    /// <summary>Adds all meets of the sets, and theirs.</summary>
    public void Close()
    {
        var meet = new int[_keys.Length];
        for (var first = 1; first < _sets.Count; first++)
        {
            for (var second = 0; second < first; second++)
            {
                AddMeets(_sets[first], _sets[second], meet, 0);
            }
        }
    }

    /// <summary>Whether a set is coarser than or equal to another in every key.</summary>
    public bool IsCoarserOrEqual(int coarse, int fine)
    {
        var (a, b) = (_sets[coarse], _sets[fine]);
        for (var key = 0; key < _keys.Length; key++)
        {
            if (!_keys[key].Order.IsCoarserOrEqual(a[key], b[key]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sets from the finest to the coarsest; a set comes before all that are coarser.</summary>
    public List<int> FineToCoarse()
    {
        var ranks = _sets.ConvertAll(Rank);
        return [.. Enumerable.Range(0, Count).OrderByDescending(set => ranks[set]).ThenBy(set => set)];
    }

    /// <summary>For each set the sets that are finer with none in between.</summary>
    public List<int>[] Covers()
    {
        var coarseToFine = FineToCoarse();
        coarseToFine.Reverse();
        var covers = new List<int>[Count];
        for (var position = 0; position < Count; position++)
        {
            var coarse = coarseToFine[position];
            covers[coarse] = [];
            foreach (var fine in coarseToFine.Skip(position + 1))
            {
                if (IsCoarserOrEqual(coarse, fine) && !covers[coarse].Exists(cover => IsCoarserOrEqual(cover, fine)))
                {
                    covers[coarse].Add(fine);
                }
            }
        }

        return covers;
    }

    private int Rank(int[] levels)
    {
        var rank = 0;
        for (var key = 0; key < _keys.Length; key++)
        {
            rank += _keys[key].Order.Rank(levels[key]);
        }

        return rank;
    }

    private void AddMeets(int[] first, int[] second, int[] meet, int key)
    {
        if (key == _keys.Length)
        {
            Add(meet);
            return;
        }

        foreach (var level in _keys[key].Order.Meets(first[key], second[key]))
        {
            meet[key] = level;
            AddMeets(first, second, meet, key + 1);
        }
    }
}
