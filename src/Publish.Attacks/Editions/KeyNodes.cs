using System.Collections.Concurrent;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>
/// The nodes of one key variable over all tables of an edition: every published label of every level, with its known
/// ancestors. Equal level names and labels in two tables are one node. Where a table puts one label under several
/// parents, a node of that level is named by its parent as well (the chain of its level), and its label alone, which
/// another table may publish, is a coarser level.
/// </summary>
internal sealed class KeyNodes
{
    private readonly NodeTable _nodes;
    private readonly LevelChains _chains;
    private readonly ConcurrentDictionary<(int Node, int Level), bool> _below = new();

    private KeyNodes(NodeTable nodes, LevelChains chains, LevelOrder order) => (_nodes, _chains, Order) = (nodes, chains, order);

    /// <summary>The levels of the key.</summary>
    public LevelOrder Order { get; }

    /// <summary>Number of nodes.</summary>
    public int Count => _nodes.Count;

    /// <summary>The nodes of one key over the tables that publish it.</summary>
    public static KeyNodes Of(IReadOnlyList<PublishedKey> occurrences)
    {
        var ambiguousNames = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var chains = new LevelChains(occurrences, ambiguousNames);
            var nodes = new NodeTable(chains);
            if (occurrences.Select(nodes.Number).FirstOrDefault(name => name is not null && ambiguousNames.Add(name)) is null)
            {
                nodes.CloseAncestors();
                return new KeyNodes(nodes, chains, new LevelOrder(chains.Declared(occurrences), chains.Count));
            }
        }
    }

    /// <summary>The level of a node.</summary>
    public int LevelOf(int node) => _nodes.LevelOf(node);

    /// <summary>The ancestor of a node at a level (itself at its own), or −1 when unknown.</summary>
    public int Ancestor(int node, int level) => _nodes.Ancestor(node, level);

    /// <summary>Whether a node (−1 for total) has more than one node below it at a level.</summary>
    public bool HasSeveralBelow(int node, int level)
    {
        if (!_below.TryGetValue((node, level), out var several))
        {
            several = Enumerable.Range(0, Count)
                .Where(below => LevelOf(below) == level && (node < 0 || Ancestor(below, LevelOf(node)) == node))
                .Skip(1)
                .Any();
            _below.TryAdd((node, level), several);
        }

        return several;
    }

    /// <summary>The levels of a key of a table, coarse to fine.</summary>
    public int[] LevelsOf(PublishedKey key) => _chains.LevelsOf(key);

    /// <summary>The node of every row, −1 where the key is summed away or no table publishes the node.</summary>
    /// <param name="rows">The columns to read.</param>
    /// <param name="layout">The key of a table of the edition whose first levels the columns are.</param>
    public int[] NodesOf(PublishedKey rows, PublishedKey layout)
    {
        var result = new int[rows.Levels[0].Codes.Count];
        Array.Fill(result, -1);
        foreach (var (paths, level) in LabelPaths.Of(rows).Zip(_chains.LevelsOf(layout)))
        {
            paths.Place((parent, label) => _nodes.Find(level, parent, label));
            for (var row = 0; row < result.Length; row++)
            {
                if (paths.PathOfRow[row] >= 0)
                {
                    result[row] = paths.NodeOfPath[paths.PathOfRow[row]];
                }
            }
        }

        return result;
    }
}
