using System.Numerics;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>
/// The corners of the product move at hand, and for each depth of the search the least that a losing and a gaining one of
/// them has of each demand. Not thread-safe: one a worker.
/// </summary>
internal sealed class MoveCorners
{
    private readonly ClassGrid _grid;
    private readonly ClassSlack[] _slacks;
    private readonly int _axes;
    private readonly int[] _codes;
    private readonly int[] _corners;
    private readonly long[] _losing;
    private readonly long[] _gaining;

    public MoveCorners(ClassGrid grid, ClassSlack[] slacks)
    {
        (_grid, _slacks, _axes) = (grid, slacks, grid.Axes.Count);
        _codes = new int[_axes];
        _corners = new int[1 << _axes];
        _losing = new long[(_axes + 1) * slacks.Length];
        _gaining = new long[(_axes + 1) * slacks.Length];
    }

    /// <summary>The class at a corner.</summary>
    public int this[int corner] => _corners[corner];

    /// <summary>Starts from a class that gains.</summary>
    public void Start(int item)
    {
        _corners[0] = item;
        for (var demand = 0; demand < _slacks.Length; demand++)
        {
            _gaining[demand] = _slacks[demand].Of(item);
            _losing[demand] = long.MaxValue;
        }
    }

    /// <summary>Goes a step deeper without more corners.</summary>
    public int Keep(int depth, int count)
    {
        var k = _slacks.Length;
        _losing.AsSpan(depth * k, k).CopyTo(_losing.AsSpan((depth + 1) * k, k));
        _gaining.AsSpan(depth * k, k).CopyTo(_gaining.AsSpan((depth + 1) * k, k));
        return count;
    }

    /// <summary>Adds to every corner its mirror along an axis.</summary>
    /// <param name="depth">How deep the search is.</param>
    /// <param name="count">The corners so far.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="partner">The code of the mirrors along it.</param>
    /// <param name="demand">What the move is for.</param>
    /// <returns>The corners now; 0 when a mirror does not exist or has too little to lose.</returns>
    public int Double(int depth, int count, int axis, int partner, MoveDemand demand)
    {
        Keep(depth, count);
        for (var corner = 0; corner < count; corner++)
        {
            for (var other = 0; other < _axes; other++)
            {
                _codes[other] = _grid.Code(other, _corners[corner]);
            }

            _codes[axis] = partner;
            var item = _grid.Find(_codes);
            if (item < 0 || !TryAdd(depth, corner, item, demand))
            {
                return 0;
            }

            _corners[count + corner] = item;
        }

        return 2 * count;
    }

    /// <summary>Whether some measure can go in neither direction: a move that nobody believes in hides nothing.</summary>
    public bool IsStuck()
    {
        var k = _slacks.Length;
        for (var demand = 0; demand < k; demand++)
        {
            if (Math.Max(_losing[_axes * k + demand], _gaining[_axes * k + demand]) < 1)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryAdd(int depth, int mirrored, int item, MoveDemand demand)
    {
        // The corners' signs alternate with the bits of their place, as each doubling mirrors all before it.
        var isLosing = (BitOperations.PopCount((uint)mirrored) & 1) == 0;
        if (!(isLosing ? demand.LetsLose(_slacks, item) : demand.LetsGain(_slacks, item)))
        {
            return false;
        }

        var k = _slacks.Length;
        var amounts = isLosing ? _losing : _gaining;
        for (var i = 0; i < k; i++)
        {
            ref var amount = ref amounts[(depth + 1) * k + i];
            amount = Math.Min(amount, _slacks[i].Of(item));
        }

        return true;
    }
}
