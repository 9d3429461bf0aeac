using Publish.Disclosure;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Pipeline.Audit;

/// <summary>Lists what each respondent contributes to each cell, a second time: nothing that Protection added up is taken over.</summary>
internal sealed class CellContributionRecount(ClassTable classes, int sum)
{
    /// <summary>The contributions to each cell of one grouping set.</summary>
    /// <param name="cellOf">The cell of each class.</param>
    /// <param name="count">How many cells there are.</param>
    /// <returns>A list for each cell, in order.</returns>
    public IReadOnlyList<List<Contribution>> Of(int[] cellOf, int count)
    {
        var contributions = classes.Contributions[sum]!;
        List<Contribution>[] values = [.. Enumerable.Range(0, count).Select(_ => new List<Contribution>())];
        for (var c = 0; c < classes.ClassCount; c++)
        {
            values[cellOf[c]].AddRange(contributions.Lone.Of(c));
        }

        AddRecurring(contributions.Recurring, cellOf, values);
        return values;
    }

    private static void AddRecurring(RecurringContributions recurring, int[] cellOf, List<Contribution>[] values)
    {
        var own = new SortedDictionary<int, Contribution>();
        for (var respondent = 0; respondent < recurring.Count; respondent++)
        {
            own.Clear();
            for (var entry = recurring.Starts[respondent]; entry < recurring.Starts[respondent + 1]; entry++)
            {
                var cell = cellOf[recurring.Classes[entry]];
                own[cell] = own.GetValueOrDefault(cell).Plus(recurring.Contributions[entry]);
            }

            foreach (var (cell, value) in own)
            {
                values[cell].Add(value);
            }
        }
    }
}
