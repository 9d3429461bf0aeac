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
    private readonly MovesInUse _inUse;
    private readonly CellClasses _classes;
    private readonly SetBits _bits;
    private readonly CoverProofs _proofs;
    private SuppressionPattern? _start;
    private double _limit = double.PositiveInfinity;

    /// <param name="problem">The problem.</param>
    /// <param name="grid">Where its classes lie.</param>
    /// <param name="needs">What moves must do.</param>
    public MoveCover(SuppressionProblem problem, ClassGrid grid, IEnumerable<MoveNeed> needs)
    {
        (_problem, _grid) = (problem, grid);
        _slacks = [.. problem.Demands.Select(demand => new ClassSlack(grid, demand))];
        _needs = NeedOrder.Of(problem, grid, needs);
        _state = new CellState(problem, grid.CellCount);
        _inUse = new MovesInUse(grid, _state);
        _classes = new CellClasses(grid, _needs.SelectMany(need => need.Ways));
        _bits = new SetBits(grid);
        _proofs = new CoverProofs(_needs);
    }

    /// <summary>Looks for moves that suppress nothing beyond a pattern that is proven not to be solvable.</summary>
    /// <returns>The cells that need more than that.</returns>
    public IReadOnlyCollection<int> ProveWithin(SuppressionPattern start, int threads)
    {
        _start = start;
        _state.Free(start.IsSuppressed);
        _proofs.LeavePairsToEquations();
        _limit = Gain;
        RunPass(isFirst: true, threads);
        _limit = double.PositiveInfinity;
        return [.. _proofs.OpenCells.Distinct()];
    }

    /// <summary>Takes note of what others have proven by tables that can be handed on as moves.</summary>
    public void Accept(IReadOnlyDictionary<int, CellProof> proofs) => _proofs.Accept(proofs);

    /// <summary>Covers every need, then looks for something cheaper until nothing changes.</summary>
    public SuppressionPattern Run(int threads)
    {
        RunPass(isFirst: true, threads);
        for (var pass = 1; pass < MostPasses && RunPass(isFirst: false, threads); pass++)
        {
        }

        return _proofs.Pattern(_problem, _grid, _start);
    }

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
        if (_proofs.IsMetByOthers(index))
        {
            return null;
        }

        if (_proofs[index] is { } proof)
        {
            givenUp = _inUse.CellsUsedOnlyBy(proof);
            below = _inUse.Worth(givenUp) - Gain;
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

    /// <summary>Uses moves instead of those before, unless others have made that dearer meanwhile.</summary>
    private bool TryAdopt(int index, ProductMove[] moves)
    {
        if (_proofs[index] is { } proof)
        {
            var givenUp = _inUse.CellsUsedOnlyBy(proof);
            if (_inUse.Cost(moves, givenUp) >= _inUse.Worth(givenUp) - Gain)
            {
                return false;
            }

            _inUse.GiveUp(proof);
        }

        _inUse.Use(moves);
        _proofs[index] = moves;
        return true;
    }
}
