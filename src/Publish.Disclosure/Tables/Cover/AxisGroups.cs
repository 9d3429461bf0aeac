namespace Publish.Disclosure.Tables.Cover;

/// <summary>Dimensions that move together: one, and those that it determines.</summary>
internal static class AxisGroups
{
    /// <summary>Groups the dimensions; the first of each group determines the others.</summary>
    /// <param name="codes"><c>codes[dimension][class]</c>.</param>
    public static List<int[]> Of(int[][] codes)
    {
        // Who has many categories leads.
        var order = Enumerable.Range(0, codes.Length).OrderByDescending(dimension => codes[dimension].Distinct().Count());
        var groups = new List<List<int>>();
        foreach (var dimension in order)
        {
            if (groups.Find(group => Determines(codes[group[0]], codes[dimension])) is { } leading)
            {
                leading.Add(dimension);
            }
            else
            {
                groups.Add([dimension]);
            }
        }

        return [.. groups.OrderBy(group => group[0]).Select(group => group.ToArray())];
    }

    private static bool Determines(int[] leading, int[] other)
    {
        var told = new Dictionary<int, int>();
        for (var item = 0; item < leading.Length; item++)
        {
            if (!told.TryAdd(leading[item], other[item]) && told[leading[item]] != other[item])
            {
                return false;
            }
        }

        return true;
    }
}
