namespace Publish.Attacks.Systems;

/// <summary>Union–find with path halving (Tarjan and van Leeuwen, *Journal of the ACM* 1984).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int size)
    {
        _parent = new int[size];
        for (var i = 0; i < size; i++)
        {
            _parent[i] = i;
        }
    }

    public int Root(int element)
    {
        while (_parent[element] != element)
        {
            element = _parent[element] = _parent[_parent[element]];
        }

        return element;
    }

    /// <summary>Joins two sets; the lower root stays.</summary>
    public void Join(int a, int b)
    {
        var (first, second) = (Root(a), Root(b));
        _parent[Math.Max(first, second)] = Math.Min(first, second);
    }
}
