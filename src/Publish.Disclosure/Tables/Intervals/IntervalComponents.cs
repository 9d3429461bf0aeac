namespace Publish.Disclosure.Tables.Intervals;

/// <summary>The parts of an interval system that share no row: each can be solved alone.</summary>
internal static class IntervalComponents
{
    /// <summary>The component of each variable, numbered in the order of their first variables, and how many there are.</summary>
    public static (int[] ComponentOf, int Count) Of(IntervalSystem system)
    {
        var sets = new DisjointSets(system.Lowers.Count);
        foreach (var row in system.Rows)
        {
            for (var entry = 1; entry < row.Length; entry++)
            {
                sets.Join(row[0].Variable, row[entry].Variable);
            }
        }

        return sets.Numbered();
    }
}
