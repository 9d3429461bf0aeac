namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// How uncertain the numbers of those with and without a value must be where either is small: as with the count, there may be
/// one more, and one fewer where there is one.
/// </summary>
/// <remarks>
/// With n who have a value and m who have none, the count is n + m, and numbers of both kinds that agree with what is published
/// of each can be put together at will: looking at them apart loses nothing.
/// </remarks>
internal static class ContributorLevels
{
    /// <summary>Notes the levels of a table's measures; where several tables have the set the widest holds.</summary>
    public static void Add(GroupingSetCells set, JointClasses joint, TableRequest request)
    {
        foreach (var measure in request.Measures)
        {
            if (measure.PresenceKey is not { } key)
            {
                continue;
            }

            var with = set.Contributors(joint, measure);
            long[] without = [.. set.Respondents.Zip(with, (all, have) => all - have)];
            var (judged, all) = joint.Real.Holdings is { } holdings
                ? (set.CountsOf(joint, joint.WherePresent(key).Holdings!), set.CountsOf(joint, holdings))
                : (with, set.Respondents);
            Add(set, new ContributorCount(key, AreWithout: false), with, cell => judged[cell] < request.Threshold);
            Add(set, new ContributorCount(key, AreWithout: true), without, cell => all[cell] - judged[cell] is > 0 and var few && few < request.Threshold);
        }
    }

    private static void Add(GroupingSetCells set, ContributorCount count, long[] values, Func<int, bool> isFew)
    {
        if (!set.ContributorLevels.TryGetValue(count, out var levels))
        {
            set.ContributorLevels.Add(count, levels = new ProtectionLevel[set.Count]);
        }

        for (var cell = 0; cell < levels.Length; cell++)
        {
            if (set.Rows[cell] > 0 && isFew(cell))
            {
                levels[cell] = levels[cell].Or(ProtectionLevel.Symmetric(1, values[cell]));
            }
        }
    }
}
