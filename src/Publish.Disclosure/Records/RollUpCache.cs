namespace Publish.Disclosure.Records;

/// <summary>
/// Keeps the classes of nodes met before, and makes those of another node from the smallest kept node that is finer.
/// The finest node is always kept; the others as long as memory allows, the least recently used going first.
/// </summary>
internal sealed class RollUpCache
{
    // Numbers kept beside the finest node: 4 million are 32 MB. More nodes make every look-up slower than it saves.
    private const long LeastBudget = 4_000_000;
    private const int MostNodes = 512;

    private readonly LatticeShape _shape;
    private readonly GeneralisedClasses _finest;
    private readonly LinkedList<GeneralisedClasses> _recent = new();
    private readonly long _budget;
    private long _size;

    /// <summary>Creates the cache.</summary>
    /// <param name="shape">Keys and sensitive columns.</param>
    /// <param name="finest">The classes of the finest node that will be asked for.</param>
    public RollUpCache(LatticeShape shape, GeneralisedClasses finest)
    {
        _shape = shape;
        _finest = finest;
        _budget = Math.Max(LeastBudget, 2 * finest.Size);
    }

    /// <summary>The classes of a node.</summary>
    /// <param name="levels">One level for each key, none finer than the finest node's.</param>
    public GeneralisedClasses Get(int[] levels)
    {
        var (source, entry) = NearestFiner(levels);
        if (entry is not null)
        {
            _recent.Remove(entry);
            _recent.AddFirst(entry);
        }

        if (source.Levels.AsSpan().SequenceEqual(levels))
        {
            return source;
        }

        var classes = source.RollUp(_shape, levels);
        Keep(classes);
        return classes;
    }

    private (GeneralisedClasses Classes, LinkedListNode<GeneralisedClasses>? Entry) NearestFiner(int[] levels)
    {
        var best = _finest;
        LinkedListNode<GeneralisedClasses>? bestEntry = null;
        for (var entry = _recent.First; entry is not null; entry = entry.Next)
        {
            if (entry.Value.Levels.AsSpan().SequenceEqual(levels))
            {
                return (entry.Value, entry);
            }

            if (entry.Value.Count < best.Count && IsFiner(entry.Value.Levels, levels))
            {
                best = entry.Value;
                bestEntry = entry;
            }
        }

        return (best, bestEntry);
    }

    private static bool IsFiner(int[] levels, int[] than)
    {
        for (var key = 0; key < levels.Length; key++)
        {
            if (levels[key] > than[key])
            {
                return false;
            }
        }

        return true;
    }

    private void Keep(GeneralisedClasses classes)
    {
        _recent.AddFirst(classes);
        _size += classes.Size;
        while (_recent.Count > 1 && (_size > _budget || _recent.Count > MostNodes))
        {
            _size -= _recent.Last!.Value.Size;
            _recent.RemoveLast();
        }
    }
}
