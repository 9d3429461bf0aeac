using Publish.Codes;

namespace Publish.Disclosure.Records;

/// <summary>
/// The lattice of full-domain generalisations: a node is one level for each key. Nodes are numbered in the order of
/// their levels, the first key being the slowest to change, so a lower number is "first in variable order".
/// </summary>
public sealed class GeneralisationLattice
{
    /// <summary>The largest lattice that is searched: 2²² nodes.</summary>
    public const int MaxNodes = 1 << 22;

    /// <summary>The finest node.</summary>
    public const int Bottom = 0;

    private readonly int[] _min;
    private readonly int[] _max;
    private readonly int[] _stride;

    /// <summary>Creates the lattice of some keys.</summary>
    /// <param name="keys">At least one key.</param>
    /// <exception cref="CodedException">There are more than <see cref="MaxNodes"/> nodes.</exception>
    public GeneralisationLattice(IReadOnlyList<LatticeKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
        {
            throw new ArgumentException("A lattice has at least one key.", nameof(keys));
        }

        _min = [.. keys.Select(key => key.MinLevel)];
        _max = [.. keys.Select(key => key.MaxLevel)];
        _stride = new int[keys.Count];
        var nodes = 1L;
        for (var key = keys.Count - 1; key >= 0; key--)
        {
            _stride[key] = (int)nodes;
            nodes *= _max[key] - _min[key] + 1;
            if (nodes > MaxNodes)
            {
                throw new CodedException(
                    RecordsCodes.LatticeTooLarge,
                    detail: FormattableString.Invariant($"The keys allow more than {MaxNodes} combinations of levels."));
            }
        }

        NodeCount = (int)nodes;
    }

    /// <summary>The number of keys.</summary>
    public int KeyCount => _min.Length;

    /// <summary>The number of nodes, from 1 to <see cref="MaxNodes"/>.</summary>
    public int NodeCount { get; }

    /// <summary>The coarsest node.</summary>
    public int Top => NodeCount - 1;

    /// <summary>The level of one key in a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key.</param>
    public int Level(int node, int key) => _min[key] + (node / _stride[key] % (_max[key] - _min[key] + 1));

    /// <summary>The levels of a node, one for each key.</summary>
    /// <param name="node">The node.</param>
    public int[] Levels(int node)
    {
        var levels = new int[KeyCount];
        for (var key = 0; key < levels.Length; key++)
        {
            levels[key] = Level(node, key);
        }

        return levels;
    }

    /// <summary>The node of some levels.</summary>
    /// <param name="levels">One level for each key, within the key's range.</param>
    /// <exception cref="ArgumentException">The levels are not a node of this lattice.</exception>
    public int NodeOf(ReadOnlySpan<int> levels)
    {
        if (levels.Length != KeyCount)
        {
            throw new ArgumentException("A node has one level for each key.", nameof(levels));
        }

        var node = 0;
        for (var key = 0; key < levels.Length; key++)
        {
            if (levels[key] < _min[key] || levels[key] > _max[key])
            {
                throw new ArgumentException($"The level of key {key} is outside its range.", nameof(levels));
            }

            node += (levels[key] - _min[key]) * _stride[key];
        }

        return node;
    }

    /// <summary>The node one level coarser in one key, or −1 when the key is at its coarsest.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key.</param>
    public int Coarser(int node, int key) => Level(node, key) < _max[key] ? node + _stride[key] : -1;

    /// <summary>The node one level finer in one key, or −1 when the key is at its finest.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key.</param>
    public int Finer(int node, int key) => Level(node, key) > _min[key] ? node - _stride[key] : -1;

    /// <summary>The sum of a node's levels.</summary>
    /// <param name="node">The node.</param>
    public int LevelSum(int node)
    {
        var sum = 0;
        for (var key = 0; key < KeyCount; key++)
        {
            sum += Level(node, key);
        }

        return sum;
    }
}
