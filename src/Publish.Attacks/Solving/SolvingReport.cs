using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
using Publish.Attacks.Results;
using Publish.Attacks.Systems;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>Solves the systems of an edition one after the other and gathers what they give away.</summary>
internal sealed class SolvingReport(string attack, IReadOnlyList<PublishedTable> tables, SolvingOptions options)
{
    private readonly SortedDictionary<(int Table, int Row), Witness?> _breaches = [];
    private readonly List<LinearSolution> _solutions = [];
    private bool _solved;
    private int _written;

    /// <summary>Whether moves prove every suppressed cell of some tables to be undetermined, so that nothing need be solved.</summary>
    public static bool IsProven(EditionCells edition, CellReach? proven) =>
        proven is not null && edition.Tables.Index().All(table =>
            Enumerable.Range(0, table.Item.Rows).All(row => !table.Item.IsSuppressed(row) || proven.IsFree(edition.CellOfRow[table.Index][row])));

    /// <summary>Solves one system, but for the parts in which moves prove everything to be undetermined.</summary>
    public void Add(PublishedSystem published, CellReach? proven = null)
    {
        var solution = published.System.Solve(options.Effort, proven is null ? null : cell => IsOpen(published, proven, cell));
        var cells = new SolvedCells(published, solution, proven);
        _solutions.Add(solution);
        foreach (var (member, row, solved) in cells.Breaches())
        {
            var place = (published.Family.Tables[member], row);
            if (_breaches.TryGetValue(place, out var present) && (present is null || present.Code == AttackCodes.Solved))
            {
                continue;
            }

            _breaches[place] = _written++ < options.MaximumWitnesses ? cells.Witness(member, row, solved) : null;
            _solved |= _breaches[place]?.Code == AttackCodes.Solved;
        }
    }

    private static bool IsOpen(PublishedSystem published, CellReach proven, int cell) =>
        cell < published.Edition.RowOfCell.Count && !proven.IsFree(cell);

    /// <summary>What was found.</summary>
    public AttackResult Result()
    {
        var verdict = _solved ? AttackVerdict.Broken : _breaches.Count > 0 ? AttackVerdict.NotProven : AttackVerdict.Withstood;
        return new AttackResult(
            attack,
            verdict,
            tables.Sum(table => Enumerable.Range(0, table.Rows).LongCount(table.IsSuppressed)),
            "suppressed cells",
            _breaches.Count,
            [.. _breaches.Values.OfType<Witness>()],
            [
                new AttackFigure("unknown cells in equations", _solutions.Sum(solution => (double)solution.Unknowns)),
                new AttackFigure("equations with unknown cells", _solutions.Sum(solution => (double)solution.Equations)),
                new AttackFigure("independent components", _solutions.Sum(solution => (double)solution.Components)),
                new AttackFigure("unknown cells of the largest component", _solutions.Select(solution => (double)solution.LargestComponent).DefaultIfEmpty().Max()),
            ]);
    }
}
