using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>
/// The nodes of one key variable over all tables of an edition: every published label of every level, with its known
/// ancestors. Two tables' labels are one node when key, level and label agree; where a label occurs under several
/// parents, the parent must agree too.
/// </summary>
internal sealed class KeyNodes
{
    private readonly List<string> _levels = [];
    private readonly HashSet<int> _ambiguous = [];
    private readonly Dictionary<(int Level, int Parent, string Label), int> _nodes = [];
    private readonly List<int[]> _ancestors = [];
    private readonly List<int> _levelOf = [];
    private bool[,] _coarser = new bool[0, 0];
    private List<int>[,] _meets = new List<int>[0, 0];

    private KeyNodes()
    {
    }

    /// <summary>Number of levels.</summary>
    public int Levels => _levels.Count;

    /// <summary>Number of nodes.</summary>
    public int Count => _levelOf.Count;

    /// <summary>The nodes of one key over the tables that publish it.</summary>
    public static KeyNodes Of(IReadOnlyList<PublishedKey> occurrences)
    {
        var nodes = new KeyNodes();
        foreach (var key in occurrences)
        {
            nodes.NameLevels(key);
        }

        foreach (var key in occurrences)
        {
            nodes.FindAmbiguousLabels(key);
        }

        while (!nodes.TryNumber(occurrences))
        {
        }

        nodes.CloseAncestors();
        nodes.OrderLevels();
        nodes.TabulateMeets();
        return nodes;
    }

    /// <summary>The level of a name, or −1.</summary>
    public int Level(string name) => _levels.IndexOf(name);

    /// <summary>The level of a node.</summary>
    public int LevelOf(int node) => _levelOf[node];

    /// <summary>The ancestor of a node at a level (itself at its own), or −1 when unknown.</summary>
    public int Ancestor(int node, int level) => _ancestors[node][level];

    /// <summary>Whether a level is the same as or coarser than another; −1 (total) is coarser than all.</summary>
    public bool IsCoarserOrEqual(int coarse, int fine) =>
        coarse < 0 || coarse == fine || (fine >= 0 && _coarser[coarse, fine]);

    /// <summary>The finest levels that are coarser than or equal to both; −1 alone when there is none.</summary>
    public List<int> Meets(int first, int second) => _meets[first + 1, second + 1];

    private List<int> FindMeets(int first, int second)
    {
        var common = Enumerable.Range(0, Levels)
            .Where(level => IsCoarserOrEqual(level, first) && IsCoarserOrEqual(level, second))
            .ToList();
        var finest = common.FindAll(level => !common.Exists(other => other != level && IsCoarserOrEqual(level, other)));
        return finest.Count == 0 ? [-1] : finest;
    }

    /// <summary>How many levels are strictly coarser than a level; finer levels have more.</summary>
    public int Rank(int level) =>
        level < 0 ? 0 : 1 + Enumerable.Range(0, Levels).Count(other => other != level && IsCoarserOrEqual(other, level));

    /// <summary>The node of every row of a column group, −1 where the key is summed away or the node is not published.</summary>
    public int[] NodesOf(PublishedKey key)
    {
        var result = new int[key.Levels[0].Codes.Count];
        Array.Fill(result, -1);
        foreach (var paths in LabelPaths.Of(key))
        {
            Resolve(paths, result);
        }

        return result;
    }

    // Replaces, level by level, a row's path in the table by the edition's node.
    private void Resolve(LabelPaths paths, int[] result)
    {
        var level = Level(paths.Level.Name);
        var nodeOfPath = new int[paths.Count];
        for (var path = 0; path < paths.Count; path++)
        {
            var parent = paths.ParentOf(path) < 0 ? -1 : paths.Coarser!.NodeOfPath[paths.ParentOf(path)];
            nodeOfPath[path] = level < 0 ? -1 : _nodes.GetValueOrDefault(Identity(level, parent, paths.LabelOf(path)), -1);
        }

        paths.NodeOfPath = nodeOfPath;
        for (var row = 0; row < result.Length; row++)
        {
            if (paths.PathOfRow[row] >= 0)
            {
                result[row] = nodeOfPath[paths.PathOfRow[row]];
            }
        }
    }

    private void NameLevels(PublishedKey key)
    {
        foreach (var level in key.Levels)
        {
            if (Level(level.Name) < 0)
            {
                _levels.Add(level.Name);
            }
        }
    }

    private void FindAmbiguousLabels(PublishedKey key)
    {
        foreach (var paths in LabelPaths.Of(key))
        {
            if (paths.HasLabelUnderSeveralParents)
            {
                _ambiguous.Add(Level(paths.Level.Name));
            }
        }
    }

    // False when two tables put one label under different parents: the level is ambiguous then, and numbering begins anew.
    private bool TryNumber(IReadOnlyList<PublishedKey> occurrences)
    {
        _nodes.Clear();
        _ancestors.Clear();
        _levelOf.Clear();
        foreach (var key in occurrences)
        {
            foreach (var paths in LabelPaths.Of(key))
            {
                var level = Level(paths.Level.Name);
                paths.NodeOfPath = new int[paths.Count];
                for (var path = 0; path < paths.Count; path++)
                {
                    var parent = paths.ParentOf(path) < 0 ? -1 : paths.Coarser!.NodeOfPath[paths.ParentOf(path)];
                    var node = paths.NodeOfPath[path] = Number(level, parent, paths.LabelOf(path));
                    if (!TryAdopt(node, parent))
                    {
                        return !_ambiguous.Add(level);
                    }
                }
            }
        }

        return true;
    }

    private int Number(int level, int parent, string label)
    {
        var identity = Identity(level, parent, label);
        if (!_nodes.TryGetValue(identity, out var node))
        {
            node = _levelOf.Count;
            _nodes.Add(identity, node);
            _levelOf.Add(level);
            var ancestors = new int[Levels];
            Array.Fill(ancestors, -1);
            ancestors[level] = node;
            _ancestors.Add(ancestors);
        }

        return node;
    }

    private bool TryAdopt(int node, int parent)
    {
        for (var level = 0; parent >= 0 && level < Levels; level++)
        {
            var ancestor = _ancestors[parent][level];
            if (ancestor >= 0 && _ancestors[node][level] >= 0 && _ancestors[node][level] != ancestor)
            {
                return false;
            }

            if (ancestor >= 0)
            {
                _ancestors[node][level] = ancestor;
            }
        }

        return true;
    }

    private (int Level, int Parent, string Label) Identity(int level, int parent, string label) =>
        (level, _ambiguous.Contains(level) ? parent : -1, label);

    // One table says which region a district is in, another which nation the region is in.
    private void CloseAncestors()
    {
        for (var round = 0; round < Levels; round++)
        {
            foreach (var ancestors in _ancestors)
            {
                for (var level = 0; level < Levels; level++)
                {
                    for (var via = 0; ancestors[level] < 0 && via < Levels; via++)
                    {
                        ancestors[level] = ancestors[via] < 0 ? -1 : _ancestors[ancestors[via]][level];
                    }
                }
            }
        }
    }

    private void OrderLevels()
    {
        _coarser = new bool[Levels, Levels];
        for (var coarse = 0; coarse < Levels; coarse++)
        {
            for (var fine = 0; fine < Levels; fine++)
            {
                _coarser[coarse, fine] = coarse != fine && KnowsAllAncestors(fine, coarse)
                    && (coarse < fine || !KnowsAllAncestors(coarse, fine));
            }
        }
    }

    private void TabulateMeets()
    {
        _meets = new List<int>[Levels + 1, Levels + 1];
        for (var first = -1; first < Levels; first++)
        {
            for (var second = -1; second < Levels; second++)
            {
                _meets[first + 1, second + 1] = FindMeets(first, second);
            }
        }
    }

    private bool KnowsAllAncestors(int level, int ancestorLevel)
    {
        for (var node = 0; node < Count; node++)
        {
            if (_levelOf[node] == level && _ancestors[node][ancestorLevel] < 0)
            {
                return false;
            }
        }

        return _levelOf.Contains(level);
    }
}
