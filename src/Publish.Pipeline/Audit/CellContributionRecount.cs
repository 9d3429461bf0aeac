using Publish.Disclosure;

namespace Publish.Pipeline.Audit;

/// <summary>Lists what each respondent contributes to each cell, a second time: nothing that Protection added up is taken over.</summary>
internal sealed class CellContributionRecount(ClassTable classes, int sum)
{
    /// <summary>The values of each cell of one grouping set.</summary>
    /// <param name="cellOf">The cell of each class.</param>
    /// <param name="count">How many cells there are.</param>
    /// <returns>A list for each cell, in order.</returns>
    public IReadOnlyList<List<Int128>> Of(int[] cellOf, int count)
    {
        var contributions = classes.Contributions[sum]!;
        List<Int128>[] values = [.. Enumerable.Range(0, count).Select(_ => new List<Int128>())];
        for (var c = 0; c < classes.ClassCount; c++)
        {
            values[cellOf[c]].AddRange(contributions.Lone.Of(c).ToArray().Select(contribution => contribution.Value));
        }

        AddRecurring(contributions.Recurring, cellOf, values);
        return values;
    }

    private static void AddRecurring(
        Disclosure.Tables.Primary.RecurringContributions recurring, int[] cellOf, List<Int128>[] values)
    {
        var own = new SortedDictionary<int, Int128>();
        for (var respondent = 0; respondent < recurring.Count; respondent++)
        {
            own.Clear();
            for (var entry = recurring.Starts[respondent]; entry < recurring.Starts[respondent + 1]; entry++)
            {
                var cell = cellOf[recurring.Classes[entry]];
                own[cell] = own.GetValueOrDefault(cell) + recurring.Contributions[entry].Value;
            }

            foreach (var (cell, value) in own)
            {
                values[cell].Add(value);
            }
        }
    }
}
