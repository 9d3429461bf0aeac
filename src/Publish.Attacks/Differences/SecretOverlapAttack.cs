using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Differences;

/// <summary>
/// Works out from the published cells of several tables what no table shows: who is in a cell of one and in a cell of
/// another, or in a cell and in none of another's. Every published cell is taken to tell of everything that any table tells,
/// so that a count here and a sum there are put together; the intruder is taken to know which joint classes occur.
/// Decided exactly, by elimination over the joint classes (Hundepool et al., <em>Handbook on Statistical Disclosure
/// Control</em>, 2024, ch. 5, differencing); what elimination cannot decide is not proven.
/// </summary>
/// <param name="published">All tables of the edition.</param>
/// <param name="classes">The joint classes; only their levels are looked at.</param>
/// <param name="secrets">What must not follow.</param>
/// <param name="effort">Limits; <see langword="null"/> for the defaults.</param>
public sealed class SecretOverlapAttack(
    PublishedEdition published, CountedClasses classes, IReadOnlyList<SecretOverlap> secrets, SolvingEffort? effort = null) : IAttack
{
    private readonly WitnessLog _log = new();

    /// <inheritdoc/>
    public string Name => "overlaps";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, and which joint combinations of the keys occur.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var edition = published.Layout().Cells;
        var cells = JointCells.Read(edition, new ClassCells(edition, classes), classes.Rows);
        var swaps = new Swaps(cells);
        HashSet<int>[] open =
        [
            .. secrets.Select(secret => secret.Classes.Select(row => cells.Of[row]).ToHashSet()).Where(set => !swaps.CanChange(set)),
        ];
        var isProven = open.Length == 0 || Solve(edition, cells, open);
        var result = _log.Result(Name, secrets.Count, "overlaps");
        return isProven || result.Verdict == AttackVerdict.Broken ? result : result with { Verdict = AttackVerdict.NotProven };
    }

    /// <summary>Classes come first in the system, then published cells, then secrets.</summary>
    private bool Solve(EditionCells edition, JointCells cells, HashSet<int>[] secrets)
    {
        var members = new SortedDictionary<int, List<int>>();
        foreach (var (item, cell) in Enumerable.Range(0, cells.Count).SelectMany(item => cells.KnownIn.SelectMany(known => known[item]).Distinct().Select(cell => (item, cell))))
        {
            if (!members.TryGetValue(cell, out var own))
            {
                members.Add(cell, own = []);
            }

            own.Add(item);
        }

        int[] known = [.. members.Keys];
        var system = new LinearSystem(cells.Count + known.Length + secrets.Length);
        foreach (var (place, cell) in known.Index())
        {
            system.MarkKnown(cells.Count + place);
            system.AddSum(cells.Count + place, [.. members[cell]]);
        }

        var first = cells.Count + known.Length;
        foreach (var (place, set) in secrets.Index())
        {
            system.AddSum(first + place, [.. set.Order()]);
        }

        var solution = system.Solve(effort, cell => cell >= first);
        foreach (var solved in solution.Solved.Where(cell => cell >= first))
        {
            Report(edition, solution.Derive(solved), place => known[place - cells.Count], known[0]);
        }

        return solution.Unproven.All(cell => cell < first);
    }

    private void Report(EditionCells edition, Derivation? derivation, Func<int, int> cellOf, int anywhere)
    {
        // Fractions that are too large to be written down show no arithmetic; the secret is told all the same.
        var terms = (derivation?.Terms ?? []).Select(term => (Cell: cellOf(term.Cell), term.Coefficient)).ToArray();
        var at = edition.RowOfCell[terms.Length > 0 ? terms[0].Cell : anywhere];
        _log.Add(
            AttackCodes.Difference,
            published.Tables,
            (at.Table, at.Row),
            $"A group that no table shows, and that a rule forbids to show, is all that is left when {Math.Max(0, terms.Length - 1)} other published cells are taken into account.",
            [.. terms.Select(term => (At: edition.RowOfCell[term.Cell], term.Coefficient)).Select(term =>
                new WitnessTerm(term.At.Table, term.At.Row, edition.Tables[term.At.Table].Describe(term.At.Row), term.Coefficient))],
            []);
    }
}
