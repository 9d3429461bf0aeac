namespace Publish.Disclosure.Records;

/// <summary>
/// What is known of each node without checking it: a monotone condition that holds at a node holds at all coarser ones,
/// and one that fails fails at all finer ones ("predictive tagging").
/// </summary>
internal sealed class LatticeTags(GeneralisationLattice lattice)
{
    private readonly sbyte[] _tags = new sbyte[lattice.NodeCount];
    private readonly Stack<int> _open = new();

    /// <summary>True when nothing is known of the node.</summary>
    public bool IsOpen(int node) => _tags[node] == 0;

    /// <summary>True when the condition is known to hold.</summary>
    public bool Holds(int node) => _tags[node] > 0;

    /// <summary>Records that the condition holds at a node and so at all coarser ones.</summary>
    public void TagHolding(int node) => Spread(node, 1);

    /// <summary>Records that the condition fails at a node and so at all finer ones.</summary>
    public void TagFailing(int node) => Spread(node, -1);

    // A tagged node's whole cone is tagged already, so every node is passed once in a search.
    private void Spread(int node, sbyte tag)
    {
        Tag(node, tag);
        while (_open.TryPop(out var next))
        {
            for (var key = 0; key < lattice.KeyCount; key++)
            {
                Tag(tag > 0 ? lattice.Coarser(next, key) : lattice.Finer(next, key), tag);
            }
        }
    }

    private void Tag(int node, sbyte tag)
    {
        if (node >= 0 && _tags[node] == 0)
        {
            _tags[node] = tag;
            _open.Push(node);
        }
    }
}
