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

    /// <summary>Solves one system.</summary>
    public void Add(PublishedSystem published)
    {
        var solution = published.System.Solve(options.Effort);
        var cells = new SolvedCells(published, solution);
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
