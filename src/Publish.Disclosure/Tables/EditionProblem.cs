using Publish.Codes;
using Publish.Disclosure.Tables.Cover;
using Publish.Disclosure.Tables.Linked;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables;

/// <summary>
/// The cells of all tables of an edition as one problem of secondary suppression, whatever audience a table is for: who
/// sees fewer tables knows less.
/// </summary>
internal sealed class EditionProblem
{
    /// <summary>Joint classes times grouping sets; some 30 bytes each while they are worked on.</summary>
    private const long MostEntries = 200_000_000;
    private readonly EditionShape _shape;
    private readonly JointClasses _joint;
    private readonly GroupingSetCells[] _sets;
    private readonly List<CellCombination> _combinations;
    private readonly int _cellCount;

    /// <exception cref="CodedException">The tables are too large.</exception>
    public EditionProblem(EditionShape shape, JointClasses joint, GroupingSetCells[] sets)
    {
        (_shape, _joint, _sets) = (shape, joint, sets);
        if ((long)joint.Count * sets.Length > MostEntries)
        {
            throw new CodedException(TableCodes.TooLarge);
        }

        _cellCount = sets.Sum(set => set.Count);
        _combinations = [.. SingletonPairs.Find(shape, sets), .. RespondentDifferences.Find(shape, joint, sets)];
    }

    /// <summary>
    /// Chooses what to suppress. Cells that shield a combination are said to shield its first cell. Overlaps of tables are
    /// looked at once there is a pattern, as hardly any pattern gives one away; those that it does are protected from then on.
    /// </summary>
    public SuppressionPattern Protect(EliminationEffort effort)
    {
        var overlaps = OverlapCells.Of(_shape, _joint, _sets);
        var open = new OpenOverlaps(_shape, _joint, _sets, overlaps);
        var asked = new SortedSet<int>();
        while (true)
        {
            var pattern = Protect(effort.Afresh(), ProtectedOverlaps.Of(overlaps, asked, _cellCount));
            var found = open.Find(pattern, asked, effort);
            if (found.Count == 0)
            {
                return pattern;
            }

            asked.UnionWith(found);
        }
    }

    private SuppressionPattern Protect(EliminationEffort effort, ProtectedOverlaps overlaps)
    {
        GroupingSetCells[] all = [.. _sets, .. overlaps.Sets];
        var grid = ClassGrid.Of(_shape, _joint, all);
        var cellCount = _cellCount + overlaps.IsAsked.Length;
        var systemCells = cellCount + _combinations.Count + overlaps.Rests.Count;
        var problem = new SuppressionProblem
        {
            System = CellSystem.FromContributions(systemCells, Contributions(all, cellCount, overlaps.Rests)),
            Roles =
            [
                .. _sets.SelectMany(set => set.Rules)
                    .Select(rule => rule == PrimaryRule.None ? CellRole.Candidate : CellRole.Primary),
                .. overlaps.IsAsked.Select(isAsked => isAsked ? CellRole.Primary : CellRole.Hidden),
                .. _combinations.Select(_ => CellRole.Primary),
                .. overlaps.Rests.Select(_ => CellRole.Primary),
            ],
            Costs = [.. Costs(), .. Enumerable.Repeat(0.0, systemCells - _cellCount)],
            Demands = [.. IntervalDemands.Of(_joint, all, systemCells, _shape.Requests)
                .Select(demand => grid is null ? demand : new ClassSlack(grid, demand).Kept(demand))],
        };
        var pattern = SecondarySuppression.Protect(problem, () => CountSums.Of(_shape, _joint, _sets), () => grid is null ? null : new MoveCover(problem, grid, Needs(problem, cellCount)), effort);
        return pattern with
        {
            Shields = Array.ConvertAll(pattern.Shields, cell =>
                cell >= cellCount && cell < cellCount + _combinations.Count ? _combinations[cell - cellCount].First : cell),
            Cost = CostOf(problem, pattern),
        };
    }

    private ShieldingCost? CostOf(SuppressionProblem problem, SuppressionPattern pattern)
    {
        if (pattern.LowestCost is not { } lowest || _sets.Any(set => set.AreKept))
        {
            return null;
        }

        var paid = Enumerable.Range(0, _cellCount)
            .Where(cell => pattern.IsSuppressed[cell] && problem.Roles[cell] == CellRole.Candidate)
            .Sum(cell => problem.Costs[cell]);
        return new ShieldingCost(paid, Math.Clamp(lowest, 0, paid));
    }

    private IEnumerable<double> Costs()
    {
        var all = _sets.Where(set => !set.AreKept).Sum(set => set.Costs.Sum());
        return _sets.SelectMany(set => set.Costs.Select(cost => set.AreKept ? all + cost : cost));
    }

    /// <summary>
    /// A combination is in doubt if one of its cells can change and the other not; of two cells of which one lies within
    /// the other, the inner one hides less.
    /// </summary>
    private IEnumerable<MoveNeed> Needs(SuppressionProblem problem, int cellCount) =>
    [
        .. Enumerable.Range(0, cellCount).Where(cell => problem.Roles[cell] == CellRole.Primary).Select(cell => new MoveNeed(cell)),
        .. _combinations.Select(both =>
            both.IsDifference ? new MoveNeed(both.Second, both.First) : new MoveNeed(both.First, both.Second)),
    ];

    /// <summary>For each joint class the cell of every grouping set it is counted in, the combinations of such cells, and the rests.</summary>
    private SparseRows Contributions(GroupingSetCells[] sets, int cellCount, IReadOnlyList<int[]> rests)
    {
        var starts = new int[_joint.Count + 1];
        var cells = new List<int>(_joint.Count * sets.Length);
        var combinationsOf = _combinations
            .SelectMany((both, index) => new[] { (Cell: both.First, Index: index), (Cell: both.Second, Index: index) })
            .ToLookup(entry => entry.Cell, entry => entry.Index);
        var restsOf = rests.SelectMany((items, rest) => items.Select(item => (Item: item, Place: rest))).ToLookup(entry => entry.Item, entry => entry.Place);
        for (var item = 0; item < _joint.Count; item++)
        {
            foreach (var set in sets)
            {
                cells.Add(set.FirstCell + set.CellOf[item]);
            }

            AddCombinations(cells, starts[item], cellCount, combinationsOf);
            cells.AddRange(restsOf[item].Select(rest => cellCount + _combinations.Count + rest));
            starts[item + 1] = cells.Count;
        }

        return new SparseRows(starts, [.. cells]);
    }

    /// <summary>A class counts in a sum once it is in one of the cells, in a difference if it is in the first alone.</summary>
    private void AddCombinations(List<int> cells, int start, int cellCount, ILookup<int, int> combinationsOf)
    {
        if (_combinations.Count == 0)
        {
            return;
        }

        var own = cells[start..];
        foreach (var index in own.SelectMany(cell => combinationsOf[cell]).Distinct())
        {
            var both = _combinations[index];
            if (!both.IsDifference || (own.Contains(both.First) && !own.Contains(both.Second)))
            {
                cells.Add(cellCount + index);
            }
        }
    }
}
