using Publish.Attacks.Derived;
using Publish.Attacks.Editions;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Proofs;

/// <summary>
/// What each move does to the cells of an edition. A move is good when it changes no published cell and no cell that
/// is absent, at any level of any table.
/// </summary>
internal sealed class MoveTrace
{
    private const int MovesAtOnce = 1024;
    private const long MostChange = 1L << 31;

    private readonly ClassMoves _moves;
    private readonly List<(int Cell, long Change)>?[] _changes;

    private MoveTrace(ClassMoves moves)
    {
        _moves = moves;
        _changes = new List<(int Cell, long Change)>?[moves.Count];
    }

    /// <summary>Follows every move through every published grouping set.</summary>
    /// <param name="edition">The cells.</param>
    /// <param name="cells">The classes' cells.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="moves">The moves.</param>
    /// <param name="threads">Moves followed at once, at least 1; the result does not depend on it.</param>
    /// <param name="visit">Called with the cells of all classes for each grouping set.</param>
    public static MoveTrace Of(
        EditionCells edition, ClassCells cells, int classCount, ClassMoves moves, int threads, Action<int[]> visit)
    {
        var trace = new MoveTrace(moves);
        var known = Known(edition);
        for (var move = 0; move < moves.Count; move++)
        {
            trace._changes[move] = trace.IsWellFormed(move, classCount) ? [] : null;
        }

        var chunks = (moves.Count + MovesAtOnce - 1) / MovesAtOnce;
        for (var set = 0; set < edition.PublishedSets; set++)
        {
            var cellOf = cells.In(set);
            visit(cellOf);
            Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
            {
                for (var move = chunk * MovesAtOnce; move < Math.Min((chunk + 1) * MovesAtOnce, moves.Count); move++)
                {
                    trace.Follow(move, cellOf, known);
                }
            });
        }

        return trace;
    }

    /// <summary>The suppressed cells a move changes, or <see langword="null"/> for a move that is no proof of anything.</summary>
    public IReadOnlyList<(int Cell, long Change)>? Changes(int move) => _changes[move];

    private static bool[] Known(EditionCells edition)
    {
        var known = new bool[edition.Count];
        foreach (var (table, member) in edition.Tables.Select((table, member) => (table, member)))
        {
            for (var row = 0; row < table.Rows; row++)
            {
                known[edition.CellOfRow[member][row]] |= table.Status[row] != PublishedTable.SuppressedMark;
            }

            foreach (var measure in table.Measures)
            {
                PinTotals(edition, member, measure, known);
            }
        }

        return known;
    }

    // A move that changes the total of a published share changes the share.
    private static void PinTotals(EditionCells edition, int member, PublishedMeasure measure, bool[] known)
    {
        for (var row = 0; row < measure.Values.Count && measure.Formula is QuotientFormula { TotalOver: not null }; row++)
        {
            if (measure.Values[row] is not null
                && CellTotals.Of(edition, edition.CellOfRow[member][row], ((QuotientFormula)measure.Formula).TotalOver) is >= 0 and var total)
            {
                known[total] = true;
            }
        }
    }

    // A class twice in one move would be given more room than it has; changes beyond this could overflow when added.
    private bool IsWellFormed(int move, int classCount)
    {
        var classes = _moves.Classes.AsSpan(_moves.Starts[move].._moves.Starts[move + 1]).ToArray();
        return Array.TrueForAll(classes, each => (uint)each < (uint)classCount)
            && classes.Distinct().Count() == classes.Length
            && _moves.Changes.AsSpan(_moves.Starts[move].._moves.Starts[move + 1]).ToArray().All(change => change is > -MostChange and < MostChange);
    }

    private void Follow(int move, int[] cellOf, bool[] known)
    {
        if (_changes[move] is not { } changes)
        {
            return;
        }

        var own = new (int Cell, long Change)[_moves.Starts[move + 1] - _moves.Starts[move]];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = (cellOf[_moves.Classes[_moves.Starts[move] + i]], _moves.Changes[_moves.Starts[move] + i]);
        }

        Array.Sort(own);
        for (var i = 0; i < own.Length;)
        {
            var (cell, sum) = (own[i].Cell, 0L);
            for (; i < own.Length && own[i].Cell == cell; i++)
            {
                sum = checked(sum + own[i].Change);
            }

            if (sum != 0 && (cell < 0 || known[cell]))
            {
                _changes[move] = null;
                return;
            }

            if (sum != 0)
            {
                changes.Add((cell, sum));
            }
        }
    }
}
