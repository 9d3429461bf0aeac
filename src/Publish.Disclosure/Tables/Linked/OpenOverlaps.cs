using Publish.Disclosure.Tables.Cover;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables.Linked;

/// <summary>Finds the overlaps that a pattern gives away, or does not leave as uncertain as the rules ask.</summary>
/// <param name="shape">The tables.</param>
/// <param name="joint">The joint classes.</param>
/// <param name="published">The published grouping sets.</param>
/// <param name="overlaps">The secret overlaps.</param>
internal sealed class OpenOverlaps(EditionShape shape, JointClasses joint, GroupingSetCells[] published, OverlapCells overlaps)
{
    /// <summary>So many that no single move blurs are protected at once; where there are more, those that can be worked out.</summary>
    private const int MostUnproven = 200;

    /// <summary>Looks for them.</summary>
    /// <param name="pattern">The pattern; its first cells are those of the tables.</param>
    /// <param name="asked">The secrets, by place, that it protects already.</param>
    /// <param name="effort">How much elimination may cost.</param>
    /// <returns>Places among the secrets, ascending.</returns>
    public IReadOnlyList<int> Find(SuppressionPattern pattern, IReadOnlySet<int> asked, EliminationEffort effort)
    {
        int[] others = [.. Enumerable.Range(0, overlaps.Count).Where(secret => !asked.Contains(secret))];
        if (others.Length == 0)
        {
            return [];
        }

        var blurred = Blurred(pattern, asked, effort.Threads);
        int[] unproven = [.. others.Where(secret => !blurred.Contains(secret))];
        var solved = Solved(pattern, unproven, effort);
        int[] overlapping = [.. unproven.Where(secret => secret < overlaps.Secret.Count)];
        return solved is null || overlapping.Length <= MostUnproven
            ? [.. overlapping.Union(solved ?? []).Order()]
            : solved;
    }

    /// <summary>The overlaps that a move blurs as far as is asked, which leaves everything published as it is.</summary>
    private HashSet<int> Blurred(SuppressionPattern pattern, IReadOnlySet<int> asked, int threads)
    {
        var first = published.Sum(set => set.Count);
        var all = new List<GroupingSetCells>(published);
        var numbers = new Dictionary<int, int>();
        foreach (var group in overlaps.Secret.Index().GroupBy(secret => secret.Item.Set).OrderBy(group => group.Key))
        {
            var set = overlaps.Sets[group.Key] with { FirstCell = first };
            first += set.Count;
            all.Add(set);
            foreach (var (place, (_, cell)) in group.Where(secret => !asked.Contains(secret.Index)))
            {
                numbers.Add(set.FirstCell + cell, place);
            }
        }

        if (numbers.Count == 0 || ClassGrid.Of(shape, joint, [.. all]) is not { } grid)
        {
            return [];
        }

        bool[] isHidden = [.. Enumerable.Range(0, first).Select(cell => cell >= published.Sum(set => set.Count) || pattern.IsSuppressed[cell])];
        var problem = new SuppressionProblem
        {
            System = CellSystem.FromContributions(first, new SparseRows([0], [])),
            Roles = Array.ConvertAll(isHidden, hidden => hidden ? CellRole.Hidden : CellRole.Known),
            Costs = new double[first],
            Demands = [.. IntervalDemands.Of(joint, [.. all], first, shape.Requests).Select(demand => new ClassSlack(grid, demand).Kept(demand))],
        };
        var cover = new MoveCover(problem, grid, numbers.Keys.Order().Select(cell => new MoveNeed(cell)));
        var open = cover.ProveWithin(new SuppressionPattern(isHidden, [.. Enumerable.Repeat(-1, first)], []), threads);
        return [.. numbers.Where(number => !open.Contains(number.Key)).Select(number => number.Value)];
    }

    /// <summary>The secrets that published cells determine; <see langword="null"/> where that cannot be afforded.</summary>
    private List<int>? Solved(SuppressionPattern pattern, int[] secrets, EliminationEffort effort)
    {
        var count = published.Sum(set => set.Count);
        var of = new List<int>[joint.Count];
        for (var item = 0; item < of.Length; item++)
        {
            of[item] = [.. published.Select(set => set.FirstCell + set.CellOf[item])];
        }

        foreach (var (index, secret) in secrets.Index())
        {
            foreach (var item in ClassesOf(secret))
            {
                of[item].Add(count + index);
            }
        }

        int[] starts = [0, .. of.Select(cells => cells.Count)];
        for (var item = 0; item < of.Length; item++)
        {
            starts[item + 1] += starts[item];
        }

        var system = CellSystem.FromContributions(count + secrets.Length, new SparseRows(starts, [.. of.SelectMany(cells => cells)]));
        if (!effort.Allows(system))
        {
            return null;
        }

        var own = effort.Afresh();
        CellRole[] roles = [.. Enumerable.Range(0, system.CellCount).Select(cell => cell < count && !pattern.IsSuppressed[cell] ? CellRole.Known : CellRole.Hidden)];
        var moves = system.Moves(roles, costs: null, own);
        return own.IsSpent ? null : [.. secrets.Where((_, index) => moves.Count(count + index) == 0)];
    }

    private IEnumerable<int> ClassesOf(int secret)
    {
        if (secret >= overlaps.Secret.Count)
        {
            return overlaps.Rests[secret - overlaps.Secret.Count];
        }

        var (set, cell) = overlaps.Secret[secret];
        return overlaps.Sets[set].CellOf.Index().Where(item => item.Item == cell).Select(item => item.Index);
    }
}
