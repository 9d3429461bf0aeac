namespace Publish.Disclosure.Tables.Intervals;

/// <summary>The parts of an interval system that share no row: each can be solved alone.</summary>
internal static class IntervalComponents
{
    /// <summary>The component of each variable, numbered in the order of their first variables, and how many there are.</summary>
    public static (int[] ComponentOf, int Count) Of(IntervalSystem system)
    {
        var parents = Enumerable.Range(0, system.Lowers.Count).ToArray();
        foreach (var row in system.Rows)
        {
            for (var entry = 1; entry < row.Length; entry++)
            {
                parents[Root(parents, row[entry].Variable)] = Root(parents, row[0].Variable);
            }
        }

        var numbers = new Dictionary<int, int>();
        var componentOf = new int[parents.Length];
        for (var variable = 0; variable < parents.Length; variable++)
        {
            var root = Root(parents, variable);
            if (!numbers.TryGetValue(root, out var number))
            {
                numbers.Add(root, number = numbers.Count);
            }

            componentOf[variable] = number;
        }

        return (componentOf, numbers.Count);
    }

    private static int Root(int[] parents, int variable)
    {
        while (parents[variable] != variable)
        {
            parents[variable] = parents[parents[variable]];
            variable = parents[variable];
        }

        return variable;
    }
}
