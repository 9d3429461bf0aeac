using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>Numbers the nodes of one key and keeps their ancestors.</summary>
internal sealed class NodeTable(LevelChains chains)
{
    private readonly Dictionary<(int Level, int Parent, string Label), int> _nodes = [];
    private readonly List<int[]> _ancestors = [];
    private readonly List<(int Level, int Parent, string Label)> _identities = [];

    /// <summary>Number of nodes.</summary>
    public int Count => _identities.Count;

    /// <summary>The level of a node.</summary>
    public int LevelOf(int node) => _identities[node].Level;

    /// <summary>The ancestor of a node at a level (itself at its own), or −1 when unknown.</summary>
    public int Ancestor(int node, int level) => _ancestors[node][level];

    /// <summary>A node, or −1.</summary>
    public int Find(int level, int parent, string label) => _nodes.GetValueOrDefault(Identity(level, parent, label), -1);

    /// <summary>Numbers the nodes of one table.</summary>
    /// <returns>The name of a level whose label another table puts under another parent, or <see langword="null"/>.</returns>
    public string? Number(PublishedKey key)
    {
        string? conflict = null;
        foreach (var (paths, level) in LabelPaths.Of(key).Zip(chains.LevelsOf(key)))
        {
            paths.Place((parent, label) =>
            {
                var node = Number(Identity(level, parent, label));
                conflict ??= TryAdopt(node, parent) ? null : paths.Level.Name;
                return node;
            });
        }

        return conflict;
    }

    /// <summary>
    /// Adds the ancestors that follow: a label alone from a chain that holds it; a nation of a district where one
    /// table says which region the district is in and another which nation the region is in.
    /// </summary>
    public void CloseAncestors()
    {
        for (var level = 0; level < chains.Count; level++)
        {
            foreach (var refinement in chains.Refinements(level))
            {
                AdoptViews(level, refinement);
            }
        }

        for (var round = 0; round < chains.Count; round++)
        {
            foreach (var ancestors in _ancestors)
            {
                for (var level = 0; level < ancestors.Length; level++)
                {
                    for (var via = 0; ancestors[level] < 0 && via < ancestors.Length; via++)
                    {
                        ancestors[level] = ancestors[via] < 0 ? -1 : _ancestors[ancestors[via]][level];
                    }
                }
            }
        }
    }

    private (int Level, int Parent, string Label) Identity(int level, int parent, string label) =>
        (level, chains.NamesParent(level) ? parent : -1, label);

    private int Number((int Level, int Parent, string Label) identity)
    {
        if (!_nodes.TryGetValue(identity, out var node))
        {
            node = Count;
            _nodes.Add(identity, node);
            _identities.Add(identity);
            var ancestors = new int[chains.Count];
            Array.Fill(ancestors, -1);
            ancestors[identity.Level] = node;
            _ancestors.Add(ancestors);
        }

        return node;
    }

    private bool TryAdopt(int node, int parent)
    {
        var agrees = true;
        for (var level = 0; parent >= 0 && level < chains.Count; level++)
        {
            var (mine, theirs) = (_ancestors[node][level], _ancestors[parent][level]);
            agrees &= mine < 0 || theirs < 0 || mine == theirs;
            _ancestors[node][level] = mine < 0 ? theirs : mine;
        }

        return agrees;
    }

    private void AdoptViews(int level, int refinement)
    {
        var positions = chains.Positions(level, refinement);
        for (var node = 0; node < Count; node++)
        {
            if (LevelOf(node) == refinement && _ancestors[node][level] < 0)
            {
                var labels = Labels(node);
                _ancestors[node][level] = Find(level, Array.ConvertAll(positions, position => labels[position]));
            }
        }
    }

    private List<string> Labels(int node)
    {
        var (level, parent, label) = _identities[node];
        return chains.NamesParent(level) && parent >= 0 ? [.. Labels(parent), label] : [label];
    }

    private int Find(int level, ReadOnlySpan<string> labels)
    {
        var parent = -1;
        if (labels.Length > 1)
        {
            var prefix = chains.Prefix(level);
            parent = prefix < 0 ? -1 : Find(prefix, labels[..^1]);
        }

        return Find(level, parent, labels[^1]);
    }
}
