using System.Numerics;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>
/// Finds a cheap product move for a cell: branch and bound over the partner along each axis, the few cheapest of each.
/// Not thread-safe: one a worker.
/// </summary>
internal sealed class MoveSearch
{
    private readonly ClassGrid _grid;
    private readonly CellState _state;
    private readonly ClassSlack[] _slacks;
    private readonly CellClasses _classes;
    private readonly SetBits _bits;
    private readonly MoveCorners _corners;
    private readonly int _axes;
    private readonly List<MoveOption>[] _options;
    private readonly int[] _order;
    private readonly int[] _base;
    private readonly int[] _partners;
    private readonly int[] _codes;
    private readonly ulong[] _suffix;
    private readonly ulong[] _active;
    private MoveDemand _demand = null!;
    private MoveNeed _need;
    private SearchEffort _effort = SearchEffort.Ladder[0];
    private HashSet<int>? _givenUp;
    private ProductMove? _best;
    private double _bestCost;
    private int _nodes;

    public MoveSearch(ClassGrid grid, CellState state, ClassSlack[] slacks, CellClasses classes, SetBits bits)
    {
        (_grid, _state, _slacks, _classes, _bits) = (grid, state, slacks, classes, bits);
        _axes = grid.Axes.Count;
        _options = [.. Enumerable.Range(0, _axes).Select(_ => new List<MoveOption>())];
        _order = new int[_axes];
        _base = new int[_axes];
        _partners = new int[_axes];
        _codes = new int[_axes];
        _corners = new MoveCorners(grid, slacks);
        _suffix = new ulong[(_axes + 1) * bits.Words];
        _active = new ulong[(_axes + 1) * bits.Words];
    }

    /// <summary>Finds the cheapest move that it comes across.</summary>
    /// <param name="need">What the move changes, and what not.</param>
    /// <param name="demand">How far it has to reach.</param>
    /// <param name="givenUp">Cells that are suppressed only for what this move replaces.</param>
    /// <param name="effort">How hard it looks.</param>
    /// <param name="below">What it must be cheaper than.</param>
    /// <returns>The move, or <see langword="null"/>.</returns>
    public ProductMove? Find(
        MoveNeed need, MoveDemand demand, HashSet<int>? givenUp, SearchEffort effort, double below)
    {
        (_need, _demand, _givenUp, _effort, _best, _bestCost, _nodes) = (need, demand, givenUp, effort, null, below, 0);
        var set = _grid.SetOf(need.Cell);
        Span<ulong> least = stackalloc ulong[_bits.Words];
        least.Fill(ulong.MaxValue);
        for (var axis = 0; axis < _axes; axis++)
        {
            var along = _grid.Axes[axis];
            _bits.Restrict(least, axis, along.Finer[along.ViewOfSet[set]]);
        }

        foreach (var (item, cost) in Bases(least))
        {
            if (cost < _bestCost)
            {
                SearchFrom(item, set);
            }
        }

        return _best;
    }

    private List<(int Item, double Cost)> Bases(ReadOnlySpan<ulong> sets)
    {
        var bases = new List<(int Item, double Cost)>();
        foreach (var item in _classes.Of(_need.Cell))
        {
            if (_demand.LetsGain(_slacks, item))
            {
                bases.Add((item, Cost(item, sets)));
            }
        }

        bases.Sort((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Item.CompareTo(b.Item));
        return bases.Count <= _effort.Bases ? bases : bases.GetRange(0, _effort.Bases);
    }

    private void SearchFrom(int item, int set)
    {
        for (var axis = 0; axis < _axes; axis++)
        {
            _base[axis] = _grid.Code(axis, item);
            _order[axis] = axis;
        }

        for (var axis = 0; axis < _axes; axis++)
        {
            ListOptions(axis, set);
            if (_options[axis].Count == 0)
            {
                return;
            }
        }

        Array.Sort(_order, (a, b) => _options[a].Count != _options[b].Count ? _options[a].Count - _options[b].Count : a - b);
        var words = _bits.Words;
        _suffix.AsSpan(_axes * words, words).Fill(ulong.MaxValue);
        for (var depth = _axes - 1; depth >= 0; depth--)
        {
            var sets = _suffix.AsSpan(depth * words, words);
            _suffix.AsSpan((depth + 1) * words, words).CopyTo(sets);
            var axis = _order[depth];
            _bits.Restrict(sets, axis, _grid.Axes[axis].Finer[_grid.Axes[axis].ViewOfSet[set]]);
        }

        _active.AsSpan(0, words).Fill(ulong.MaxValue);
        _corners.Start(item);
        Visit(0, 1);
    }

    private void ListOptions(int axis, int set)
    {
        var options = _options[axis];
        options.Clear();
        var along = _grid.Axes[axis];
        var view = along.ViewOfSet[set];
        Span<ulong> sets = stackalloc ulong[_bits.Words];
        _base.CopyTo(_codes, 0);
        foreach (var (code, difference) in along.Neighbours(view, _base[axis]))
        {
            _codes[axis] = code;
            var item = _grid.Find(_codes);
            if (item >= 0 && _demand.LetsLose(_slacks, item))
            {
                sets.Fill(ulong.MaxValue);
                for (var other = 0; other < _axes; other++)
                {
                    _bits.Restrict(sets, other, other == axis ? difference : _grid.Axes[other].Finer[_grid.Axes[other].ViewOfSet[set]]);
                }

                if (Cost(item, sets) is var cost && cost < _bestCost)
                {
                    options.Add(new MoveOption(code, difference, cost));
                }
            }
        }

        options.Sort((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Code.CompareTo(b.Code));
        if (options.Count > _effort.Options)
        {
            options.RemoveRange(_effort.Options, options.Count - _effort.Options);
        }

        // Where everything is in one category, no other code can make up for a gain.
        if (_effort.MayGrow || along.Neighbours(view, _base[axis]).Length == 0)
        {
            options.Add(new MoveOption(-1, along.All, double.PositiveInfinity));
        }
    }

    private void Visit(int depth, int cornerCount)
    {
        if (depth == _axes)
        {
            Complete(cornerCount);
            return;
        }

        var axis = _order[depth];
        foreach (var option in _options[axis])
        {
            if (++_nodes > _effort.Nodes)
            {
                return;
            }

            var words = _bits.Words;
            _active.AsSpan(depth * words, words).CopyTo(_active.AsSpan((depth + 1) * words, words));
            _bits.Restrict(_active.AsSpan((depth + 1) * words, words), axis, option.Difference);
            _partners[axis] = option.Code;
            var count = option.Code < 0
                ? _corners.Keep(depth, cornerCount)
                : _corners.Double(depth, cornerCount, axis, option.Code, _demand);
            if (count > 0 && CostSoFar(depth + 1, count) < _bestCost)
            {
                Visit(depth + 1, count);
            }
        }
    }

    private double CostSoFar(int depth, int cornerCount)
    {
        var words = _bits.Words;
        Span<ulong> sets = stackalloc ulong[words];
        for (var word = 0; word < words; word++)
        {
            sets[word] = _active[depth * words + word] & _suffix[depth * words + word];
        }

        var cost = 0.0;
        for (var corner = 0; corner < cornerCount && cost < _bestCost; corner++)
        {
            cost += Cost(_corners[corner], sets);
        }

        return cost;
    }

    private double Cost(int item, ReadOnlySpan<ulong> sets)
    {
        var cost = 0.0;
        for (var word = 0; word < sets.Length; word++)
        {
            for (var rest = sets[word]; rest != 0; rest &= rest - 1)
            {
                var set = 64 * word + BitOperations.TrailingZeroCount(rest);
                if (set >= _grid.SetCount)
                {
                    break;
                }

                var cell = _grid.Cell(set, item);
                cost += cell == _need.Untouched ? double.PositiveInfinity : _state.Cost(cell, _givenUp);
            }
        }

        return cost;
    }

    private void Complete(int cornerCount)
    {
        if (_demand.IsForAll && _corners.IsStuck())
        {
            return;
        }

        var cost = CostSoFar(_axes, cornerCount);
        if (cost < _bestCost)
        {
            (_best, _bestCost) = (new ProductMove([.. _base], [.. _partners]), cost);
        }
    }
}
