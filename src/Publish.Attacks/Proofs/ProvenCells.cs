using System.Collections.Concurrent;
using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Proofs;

/// <summary>
/// Suppressed cells that moves prove to be uncertain. Each move is followed through all tables, and its size is worked
/// out anew from the independent count; what does not hold is left out, so a wrong move can cost a proof but never give
/// one. The work grows with the entries of the moves times the grouping sets.
/// </summary>
/// <param name="published">The tables.</param>
/// <param name="classes">
/// The independent count of the joint classes. A measure with the name of a published one says what could be taken from
/// each class: its value; for respondents who may recur in several classes, those that are in this class only.
/// </param>
/// <param name="moves">The moves; rows of <paramref name="classes"/>.</param>
/// <param name="threads">Moves followed at once, at least 1; by default 2. The result does not depend on it.</param>
public sealed class ProvenCells(PublishedEdition published, CountedClasses classes, ClassMoves moves, int threads = 2)
{
    private readonly ConcurrentDictionary<MeasureFamily, Lazy<CellReach>> _reach = new();

    /// <summary>Moves offered.</summary>
    public int Offered => moves.Count;

    /// <summary>Moves that are no proof of anything, the most in any family of measures.</summary>
    public int Rejected => published.Families.Select(family => Of(family).Rejected).DefaultIfEmpty().Max();

    /// <summary>Whether a move proves that a suppressed cell does not follow from published ones by arithmetic.</summary>
    /// <param name="table">The table, by index.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="measure">The measure.</param>
    public bool IsFree(int table, int row, string measure) => At(table, row, measure) is var (reach, cell) && reach.IsFree(cell);

    /// <summary>
    /// How far below and above its true value a suppressed cell lies in tables that agree with everything published; in
    /// units of the measure's finest scale in any table.
    /// </summary>
    /// <param name="table">The table, by index.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="measure">The measure.</param>
    public (Int128 Down, Int128 Up) Reach(int table, int row, string measure) =>
        At(table, row, measure) is var (reach, cell) ? reach.Of(measure, cell) : default;

    private (CellReach Reach, int Cell) At(int table, int row, string measure)
    {
        var family = published.Families.First(candidate => candidate.Measures.Contains(measure, StringComparer.Ordinal));
        return (Of(family), published.Layout(family.Tables).Cells.CellOfRow[family.Tables.ToList().IndexOf(table)][row]);
    }

    internal CellReach Of(MeasureFamily family) =>
        _reach.GetOrAdd(family, _ => new Lazy<CellReach>(() =>
            CellReach.Verify(published.Layout(family.Tables).Cells, family, classes, moves, threads))).Value;
}
