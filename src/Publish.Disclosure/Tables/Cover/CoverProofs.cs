using Publish.Disclosure.Tables.Intervals;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>What meets each need: moves of the cover, or what others have proven.</summary>
internal sealed class CoverProofs
{
    private readonly MoveNeed[] _needs;
    private readonly ProductMove[]?[] _moves;
    private readonly IntervalProof[] _others;
    private readonly List<(int Class, Int128 Change)[]> _otherMoves = [];

    /// <param name="needs">The needs, in the order in which proofs are handed on.</param>
    public CoverProofs(MoveNeed[] needs) =>
        (_needs, _moves, _others) = (needs, new ProductMove[needs.Length][], new IntervalProof[needs.Length]);

    /// <summary>The moves that meet a need, <see langword="null"/> as long as there are none.</summary>
    public ProductMove[]? this[int need]
    {
        get => _moves[need];
        set => _moves[need] = value;
    }

    /// <summary>The cells whose needs nothing meets.</summary>
    public IEnumerable<int> OpenCells => Enumerable.Range(0, _needs.Length).Where(IsOpen).Select(need => _needs[need].Cell);

    /// <summary>Whether others have met a need.</summary>
    public bool IsMetByOthers(int need) => _others[need] != IntervalProof.None;

    /// <summary>What two cells tell together is the equations' matter, not that of moves.</summary>
    public void LeavePairsToEquations()
    {
        for (var need = 0; need < _needs.Length; need++)
        {
            _others[need] = _needs[need].Untouched >= 0 ? IntervalProof.Move : IntervalProof.None;
        }
    }

    /// <summary>Takes note of what others have proven by tables that can be handed on as moves.</summary>
    public void Accept(IReadOnlyDictionary<int, CellProof> proofs)
    {
        for (var need = 0; need < _needs.Length; need++)
        {
            if (IsOpen(need) && proofs.TryGetValue(_needs[need].Cell, out var proof) && IsMove(proof))
            {
                _others[need] = IntervalProof.FeasiblePair;
                _otherMoves.AddRange(proof.Changes);
            }
        }
    }

    /// <summary>The pattern that hides what the moves change.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="grid">Where its classes lie.</param>
    /// <param name="start">A pattern that stays hidden and is proven not to be solvable; <see langword="null"/> for the primary cells.</param>
    public SuppressionPattern Pattern(SuppressionProblem problem, ClassGrid grid, SuppressionPattern? start)
    {
        bool[] isSuppressed = start is null ? [.. problem.Roles.Select(role => role == CellRole.Primary)] : [.. start.IsSuppressed];
        int[] shields = [.. start?.Shields ?? Enumerable.Repeat(-1, problem.System.CellCount)];
        IntervalProof[] proofs = [.. isSuppressed.Select(hidden => hidden && start is not null ? IntervalProof.Move : IntervalProof.None)];

        for (var need = 0; need < _needs.Length; need++)
        {
            if (IsMetByOthers(need))
            {
                proofs[_needs[need].Cell] = _others[need];
            }

            foreach (var move in _moves[need] ?? [])
            {
                var primary = _needs[need].Cell;
                proofs[primary] = IntervalProof.FeasiblePair;
                move.Visit(grid, (cell, _) =>
                {
                    if (problem.Roles[cell] == CellRole.Candidate && !(isSuppressed[cell] && shields[cell] >= 0))
                    {
                        (isSuppressed[cell], shields[cell]) = (true, primary);
                    }

                    proofs[cell] = IntervalProof.FeasiblePair;
                });
            }
        }

        int[] unprotected = [.. OpenCells.Union(start?.Unprotected ?? [])];
        foreach (var cell in unprotected)
        {
            proofs[cell] = IntervalProof.None;
        }

        return new SuppressionPattern(isSuppressed, shields, unprotected)
        {
            Proofs = proofs,
            Moves = Moves(grid),
            Demands = problem.Demands,
        };
    }

    private bool IsOpen(int need) => _moves[need] is null && !IsMetByOthers(need);

    // Real-valued answers are nobody's proof but the solver's: the audit could not check them, so moves are looked for.
    private static bool IsMove(CellProof proof) =>
        proof.Proof == IntervalProof.FeasiblePair
        && proof.Changes.All(changes => changes.All(change => Int128.Abs(change.Change) < ClassMoves.MostChange));

    /// <summary>The moves over the classes, each once.</summary>
    private ClassMoves Moves(ClassGrid grid)
    {
        var starts = new List<int> { 0 };
        var classes = new List<int>();
        var changes = new List<long>();
        foreach (var move in _moves.SelectMany(moves => moves ?? []))
        {
            move.VisitClasses(grid, (item, sign) =>
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
