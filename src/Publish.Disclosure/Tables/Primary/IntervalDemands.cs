namespace Publish.Disclosure.Tables.Primary;

/// <summary>Puts the protection levels of all cells in the terms of secondary suppression: one demand a measure.</summary>
internal static class IntervalDemands
{
    /// <summary>
    /// The demands of an edition: of the respondents, of those with and without a value where means tell how many there are, and
    /// of every sum that some rule asks an interval of.
    /// </summary>
    /// <param name="joint">The joint classes.</param>
    /// <param name="sets">The grouping sets, with their levels.</param>
    /// <param name="cellCount">The cells of the system, those that are no table's included: nothing is asked of them.</param>
    /// <param name="requests">The tables.</param>
    public static IReadOnlyList<IntervalDemand> Of(
        JointClasses joint, GroupingSetCells[] sets, int cellCount, IReadOnlyList<TableRequest> requests)
    {
        // Respondents in several classes do not add up, so they stay; the intruder may think of others in one class only.
        var lone = joint.Real.LoneRespondents();
        var counts = Demand(
            Array.ConvertAll(lone, count => (Int128)count),
            joint.Count,
            sets.SelectMany(set => set.CountLevels),
            cellCount,
            Least(sets, lone, cellCount, requests));
        var sums = sets
            .SelectMany(set => set.SumLevels.Keys)
            .Distinct()
            .Order()
            .Select(sum => Demand(
                AbsoluteSums(joint, sum),
                joint.Count,
                sets.SelectMany(set => set.SumLevels.GetValueOrDefault(sum) ?? new ProtectionLevel[set.Count]),
                cellCount,
                least: null,
                sum));
        return [.. sums.Prepend(counts).Concat(Contributors(joint, sets, cellCount, requests)).Where(demand => demand.Upper.Any(amount => amount > 0))];
    }

    // One cannot be in doubt about fewer than those who could be somewhere else.
    private static IEnumerable<IntervalDemand> Contributors(
        JointClasses joint, GroupingSetCells[] sets, int cellCount, IReadOnlyList<TableRequest> requests)
    {
        foreach (var key in EditionShape.ToldContributors(requests).Select(measure => measure.PresenceKey!.Value))
        {
            var lone = joint.LoneContributors(key);
            foreach (var count in new[] { new ContributorCount(key, AreWithout: false), new ContributorCount(key, AreWithout: true) })
            {
                var values = Array.ConvertAll(lone.Of(!count.AreWithout), number => (Int128)number);
                var levels = sets.SelectMany(set => LevelsOf(set, count, values));
                yield return Demand(values, joint.Count, levels, cellCount, least: null) with { Contributors = count, IsWhole = true };
            }
        }
    }

    private static ProtectionLevel[] LevelsOf(GroupingSetCells set, ContributorCount count, Int128[] classValues)
    {
        if (!set.ContributorLevels.TryGetValue(count, out var levels))
        {
            return new ProtectionLevel[set.Count];
        }

        var most = new Int128[set.Count];
        for (var item = 0; item < classValues.Length; item++)
        {
            most[set.CellOf[item]] += classValues[item];
        }

        return [.. levels.Zip(most, (level, own) => level with { Lower = Int128.Min(level.Lower, own) })];
    }

    private static IntervalDemand Demand(
        Int128[] classValues, int classCount, IEnumerable<ProtectionLevel> levels, int cellCount, Int128[]? least, int? sum = null)
    {
        var (lower, upper) = (new Int128[cellCount], new Int128[cellCount]);
        var cell = 0;
        foreach (var level in levels)
        {
            (lower[cell], upper[cell++]) = (level.Lower, level.Upper);
        }

        Array.Resize(ref classValues, classCount);
        return new IntervalDemand
        {
            ClassValues = classValues,
            Sum = sum,
            Lower = lower,
            Upper = upper,
            IsWhole = least is not null,
            Least = least,
        };
    }

    /// <summary>
    /// Somebody is in every cell that is listed, unless the tables list empty ones too; where nobody else is, somebody who
    /// is in no other class.
    /// </summary>
    private static Int128[] Least(
        GroupingSetCells[] sets, long[] lone, int cellCount, IReadOnlyList<TableRequest> requests)
    {
        var least = new Int128[cellCount];
        if (requests.Any(request => request.ListsEmptyCells))
        {
            return least;
        }

        foreach (var set in sets)
        {
            for (var cell = 0; cell < set.Count; cell++)
            {
                least[set.FirstCell + cell] = 1 - set.Respondents[cell];
            }

            for (var item = 0; item < lone.Length; item++)
            {
                least[set.FirstCell + set.CellOf[item]] += lone[item];
            }

            for (var cell = set.FirstCell; cell < set.FirstCell + set.Count; cell++)
            {
                least[cell] = Int128.Max(0, least[cell]);
            }
        }

        return least;
    }

    private static Int128[] AbsoluteSums(JointClasses joint, int sum) =>
        sum < joint.Real.Contributions.Count && joint.Real.Contributions[sum] is { } contributions
            ? (Int128[])contributions.ByClass().Totals.Clone()
            : Array.ConvertAll(joint.Real.Sums[sum], Int128.Abs);
}
