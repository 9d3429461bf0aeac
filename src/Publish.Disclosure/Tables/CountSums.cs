namespace Publish.Disclosure.Tables;

/// <summary>
/// What ties the counts of an edition's cells: a cell is made up of the cells of a finer grouping set. Cells are
/// numbered as in the edition's system; cells of margins that no table publishes follow them.
/// </summary>
/// <remarks>
/// Of the unpublished margins only those are there that two tables share. A reader who also writes down every other
/// margin of one table can get further; so can linear programming.
/// </remarks>
internal sealed class CountSums
{
    private readonly List<int> _totals = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _parts = [];
    private readonly List<bool> _areAdditive = [];

    private CountSums(EditionShape shape, JointClasses joint, GroupingSetCells[] sets)
    {
        var all = WithMargins(shape, joint, sets);
        PublishableCount = sets.Sum(set => set.Count);
        Least = [.. all.SelectMany(set => Enumerable.Repeat(0L, set.Count))];
        foreach (var set in shape.Requests.Zip(shape.SetsOf)
            .Where(asked => !asked.First.ListsEmptyCells)
            .SelectMany(asked => asked.Second)
            .Select(levels => sets[shape.IndexOf(levels)]))
        {
            Array.Fill(Least, 1, set.FirstCell, set.Count);
        }

        Counts = [.. all.SelectMany(set => set.Respondents)];
        foreach (var (coarser, finer, parents) in Refinements.Of(all))
        {
            Add(all[coarser], all[finer], parents);
        }

        SumsOf = new SumsByCell(this);
    }

    /// <summary>The number of cells that some table publishes or suppresses; the others are margins between tables.</summary>
    public int PublishableCount { get; }

    /// <summary>The number of all cells.</summary>
    public int CellCount => Counts.Length;

    /// <summary>The number of sums.</summary>
    public int Count => _totals.Count;

    /// <summary>The respondents of each cell.</summary>
    public long[] Counts { get; }

    /// <summary>
    /// What everyone knows each count to be at least: 1 where a table lists the cell and does not list empty ones.
    /// </summary>
    public long[] Least { get; }

    /// <summary>The sums each cell is in.</summary>
    public SumsByCell SumsOf { get; }

    /// <summary>The edition's sums.</summary>
    public static CountSums Of(EditionShape shape, JointClasses joint, GroupingSetCells[] sets) => new(shape, joint, sets);

    /// <summary>The cell that a sum adds up to.</summary>
    public int Total(int sum) => _totals[sum];

    /// <summary>The cells that add up.</summary>
    public ReadOnlySpan<int> Parts(int sum) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts)[_starts[sum].._starts[sum + 1]];

    /// <summary>
    /// True when the parts add up to the total; false when respondents recur, so that the total is only at least the
    /// largest part and at most their sum.
    /// </summary>
    public bool IsAdditive(int sum) => _areAdditive[sum];

    /// <summary>
    /// Two tables share their coarsest common margin even if neither publishes it; so all meets of grouping sets are
    /// added.
    /// </summary>
    private static List<GroupingSetCells> WithMargins(EditionShape shape, JointClasses joint, GroupingSetCells[] sets)
    {
        var all = sets.ToList();
        var known = sets.Select(set => string.Join(' ', set.Levels)).ToHashSet();
        for (var second = 1; second < all.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                int[] meet = [.. all[first].Levels.Zip(all[second].Levels, Math.Max)];
                if (known.Add(string.Join(' ', meet)))
                {
                    var last = all[^1];
                    all.Add(GroupingSetCells.Of(joint, meet) with { FirstCell = last.FirstCell + last.Count });
                }
            }
        }

        return all;
    }

    private void Add(GroupingSetCells coarser, GroupingSetCells finer, int[] parents)
    {
        var firstSum = _totals.Count;
        var sizes = new int[coarser.Count];
        var added = new long[coarser.Count];
        for (var part = 0; part < parents.Length; part++)
        {
            sizes[parents[part]]++;
            added[parents[part]] = checked(added[parents[part]] + finer.Respondents[part]);
        }

        for (var total = 0; total < coarser.Count; total++)
        {
            _totals.Add(coarser.FirstCell + total);
            _starts.Add(_starts[^1] + sizes[total]);
            _areAdditive.Add(added[total] == coarser.Respondents[total]);
        }

        _parts.AddRange(new int[parents.Length]);
        for (var part = parents.Length - 1; part >= 0; part--)
        {
            _parts[_starts[firstSum + parents[part]] + --sizes[parents[part]]] = finer.FirstCell + part;
        }
    }
}
