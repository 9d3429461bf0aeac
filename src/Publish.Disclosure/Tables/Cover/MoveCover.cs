using Publish.Disclosure.Tables.Intervals;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>
/// Secondary suppression at any size: for every primary cell a pair of feasible tables, one above and one below its
/// value, that differ from the true ones by a product move; all that these moves change is suppressed, and nothing else.
/// The moves are the proof, so nothing has to be solved.
/// </summary>
/// <remarks>
/// The order of the needs, and batches of one size, make the answer the same at any number of threads.
/// </remarks>
internal sealed class MoveCover
{
    private const int BatchSize = 128;
    private const int MostPasses = 4;
    private const double Gain = 1e-9;
    private readonly SuppressionProblem _problem;
    private readonly ClassGrid _grid;
    private readonly ClassSlack[] _slacks;
    private readonly MoveNeed[] _needs;
    private readonly CellState _state;
    private readonly CellClasses _classes;
    private readonly SetBits _bits;
    private readonly ProductMove[][] _proofs;
    private readonly IntervalProof[] _otherProofs;
    private readonly List<(int Class, Int128 Change)[]> _otherMoves = [];
    private SuppressionPattern? _start;
    private double _limit = double.PositiveInfinity;

    /// <param name="problem">The problem.</param>
    /// <param name="grid">Where its classes lie.</param>
    /// <param name="needs">What moves must do.</param>
    public MoveCover(SuppressionProblem problem, ClassGrid grid, IEnumerable<MoveNeed> needs)
    {
        (_problem, _grid) = (problem, grid);
        _slacks = [.. problem.Demands.Select(demand => new ClassSlack(grid, demand))];
        _needs = Order(problem, grid, needs);
        _state = new CellState(problem, grid.CellCount);
        _classes = new CellClasses(grid, _needs.SelectMany(need => need.Ways));
        _bits = new SetBits(grid);
        _proofs = new ProductMove[_needs.Length][];
        _otherProofs = new IntervalProof[_needs.Length];
    }

    /// <summary>Looks for moves that suppress nothing beyond a pattern that is proven not to be solvable.</summary>
    /// <returns>The cells that need more than that.</returns>
    public IReadOnlyCollection<int> ProveWithin(SuppressionPattern start, int threads)
    {
        _start = start;
        _state.Free(start.IsSuppressed);
        for (var index = 0; index < _needs.Length; index++)
        {
            // What two cells tell together is the equations' matter.
            _otherProofs[index] = _needs[index].Untouched >= 0 ? IntervalProof.Move : IntervalProof.None;
        }

        _limit = Gain;
        RunPass(isFirst: true, threads);
        _limit = double.PositiveInfinity;
        return [.. Enumerable.Range(0, _needs.Length).Where(IsOpen).Select(index => _needs[index].Cell).Distinct()];
    }

    /// <summary>Takes note of what others have proven by tables that can be handed on as moves.</summary>
    public void Accept(IReadOnlyDictionary<int, CellProof> proofs)
    {
        for (var index = 0; index < _needs.Length; index++)
        {
            if (IsOpen(index) && proofs.TryGetValue(_needs[index].Cell, out var proof) && IsMove(proof))
            {
                _otherProofs[index] = IntervalProof.FeasiblePair;
                _otherMoves.AddRange(proof.Changes);
            }
        }
    }

    // Real-valued answers are nobody's proof but the solver's: the audit could not check them, so moves are looked for.
    private static bool IsMove(CellProof proof) =>
        proof.Proof == IntervalProof.FeasiblePair
        && proof.Changes.All(changes => changes.All(change => Int128.Abs(change.Change) < ClassMoves.MostChange));

    private bool IsOpen(int index) => _proofs[index] is null && _otherProofs[index] == IntervalProof.None;

    /// <summary>Covers every need, then looks for something cheaper until nothing changes.</summary>
    public SuppressionPattern Run(int threads)
    {
        RunPass(isFirst: true, threads);
        for (var pass = 1; pass < MostPasses && RunPass(isFirst: false, threads); pass++)
        {
        }

        return Pattern();
    }

    /// <summary>Cells of coarse grouping sets first, since their moves change many cells that finer ones can use; then the dear ones.</summary>
    private static MoveNeed[] Order(SuppressionProblem problem, ClassGrid grid, IEnumerable<MoveNeed> needs) =>
    [
        .. needs.OrderBy(need => grid.SetOf(need.Cell) is var set ? -Enumerable.Range(0, grid.Axes.Count).Sum(axis => System.Numerics.BitOperations.PopCount(grid.Axes[axis].Finer[grid.Axes[axis].ViewOfSet[set]])) : 0)
            .ThenByDescending(need => problem.Costs[need.Cell])
            .ThenBy(need => need.Cell).ThenBy(need => need.Untouched),
    ];

    private bool RunPass(bool isFirst, int threads)
    {
        var hasChanged = false;
        var found = new ProductMove[]?[BatchSize];
        for (var start = 0; start < _needs.Length; start += BatchSize)
        {
            var first = start;
            var count = Math.Min(BatchSize, _needs.Length - start);
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                () => new MoveSearch(_grid, _state, _slacks, _classes, _bits),
                (i, _, search) =>
                {
                    found[i] = Find(search, first + i);
                    return search;
                },
                _ => { });
            for (var i = 0; i < count; i++)
            {
                hasChanged |= found[i] is { } moves && TryAdopt(start + i, moves);
            }
        }

        return hasChanged || isFirst;
    }

    /// <summary>Moves that meet a need for less than those it has.</summary>
    private ProductMove[]? Find(MoveSearch search, int index)
    {
        var need = _needs[index];
        HashSet<int>? givenUp = null;
        var below = _limit;
        if (_otherProofs[index] != IntervalProof.None)
        {
            return null;
        }

        if (_proofs[index] is { } proof)
        {
            givenUp = CellsUsedOnlyBy(proof);
            below = givenUp.Sum(cell => _state.Cost(cell, givenUp)) - Gain;
            if (below <= 0)
            {
                return null;
            }
        }

        foreach (var effort in _proofs[index] is null && _limit > Gain ? SearchEffort.Ladder : SearchEffort.Ladder.Take(1))
        {
            foreach (var way in need.Ways)
            {
                if (search.Find(way, MoveDemand.Of(_slacks, way.Cell), givenUp, effort, below) is { } move)
                {
                    return [move];
                }

                if (FindSeveral(search, way, givenUp, effort, below) is { } moves)
                {
                    return moves;
                }
            }
        }

        return null;
    }

    /// <summary>A move for each thing asked, where none does it all.</summary>
    private ProductMove[]? FindSeveral(MoveSearch search, MoveNeed need, HashSet<int>? givenUp, SearchEffort effort, double below)
    {
        var moves = new List<ProductMove>();
        foreach (var part in MoveDemand.Parts(_slacks, need.Cell))
        {
            if (search.Find(need, part, givenUp, effort, below) is not { } move)
            {
                return null;
            }

            moves.Add(move);
        }

        return moves.Count > 1 ? [.. moves] : null;
    }


    private HashSet<int> CellsUsedOnlyBy(ProductMove[] proof)
    {
        var cells = new HashSet<int>();
        foreach (var move in proof)
        {
            move.Visit(_grid, (cell, _) =>
            {
                if (_state.Uses(cell) == 1)
                {
                    cells.Add(cell);
                }
            });
        }

        return cells;
    }

    /// <summary>Uses moves instead of those before, unless others have made that dearer meanwhile.</summary>
    private bool TryAdopt(int index, ProductMove[] moves)
    {
        if (_proofs[index] is { } proof)
        {
            var givenUp = CellsUsedOnlyBy(proof);
            var cost = 0.0;
            foreach (var move in moves)
            {
                move.Visit(_grid, (cell, _) => cost += _state.Cost(cell, givenUp));
            }

            if (cost >= givenUp.Sum(cell => _state.Cost(cell, givenUp)) - Gain)
            {
                return false;
            }

            foreach (var move in proof)
            {
                move.Visit(_grid, (cell, _) => _state.GiveUp(cell));
            }
        }

        foreach (var move in moves)
        {
            move.Visit(_grid, (cell, _) => _state.Use(cell));
        }

        _proofs[index] = moves;
        return true;
    }

    private SuppressionPattern Pattern()
    {
        var count = _problem.System.CellCount;
        bool[] isSuppressed = _start is { } start ? [.. start.IsSuppressed] : [.. _problem.Roles.Select(role => role == CellRole.Primary)];
        int[] shields = [.. _start?.Shields ?? Enumerable.Repeat(-1, count)];
        IntervalProof[] proofs = [.. isSuppressed.Select(hidden => hidden && _start is not null ? IntervalProof.Move : IntervalProof.None)];

        for (var index = 0; index < _needs.Length; index++)
        {
            if (_otherProofs[index] != IntervalProof.None)
            {
                proofs[_needs[index].Cell] = _otherProofs[index];
            }

            foreach (var move in _proofs[index] ?? [])
            {
                var primary = _needs[index].Cell;
                proofs[primary] = IntervalProof.FeasiblePair;
                move.Visit(_grid, (cell, _) =>
                {
                    if (_problem.Roles[cell] == CellRole.Candidate && !(isSuppressed[cell] && shields[cell] >= 0))
                    {
                        (isSuppressed[cell], shields[cell]) = (true, primary);
                    }

                    proofs[cell] = IntervalProof.FeasiblePair;
                });
            }
        }

        int[] unprotected = [.. Enumerable.Range(0, _needs.Length).Where(IsOpen).Select(index => _needs[index].Cell).Union(_start?.Unprotected ?? [])];
        foreach (var cell in unprotected)
        {
            proofs[cell] = IntervalProof.None;
        }

        return new SuppressionPattern(isSuppressed, shields, unprotected)
        {
            Proofs = proofs,
            Moves = Moves(),
            Demands = _problem.Demands,
        };
    }

    /// <summary>The moves over the classes, each once.</summary>
    private ClassMoves Moves()
    {
        var starts = new List<int> { 0 };
        var classes = new List<int>();
        var changes = new List<long>();
        foreach (var move in _proofs.Where(proof => proof is not null).SelectMany(proof => proof))
        {
            move.VisitClasses(_grid, (item, sign) =>
            {
                classes.Add(item);
                changes.Add(sign);
            });
            starts.Add(classes.Count);
        }

        foreach (var move in _otherMoves)
        {
            classes.AddRange(move.Select(change => change.Class));
            changes.AddRange(move.Select(change => (long)change.Change));
            starts.Add(classes.Count);
        }

        return new ClassMoves([.. starts], [.. classes], [.. changes]);
    }
}
