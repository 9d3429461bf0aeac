namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// Who adds how much of one measure to which class, without names: the largest contributions of the respondents that are
/// in one class only, which is all that rules about the largest need, and every contribution of those in several.
/// </summary>
/// <remarks>
/// Lists of the largest N can be merged: the N largest of a cell are among the N largest of its classes. Of respondents
/// in several classes that is not true, since their contributions are added before any rule looks at them.
/// </remarks>
public sealed class ContributionTable
{
    /// <summary>Creates the table over arrays it does not copy.</summary>
    /// <param name="depth">The most contributions of respondents in one class that are kept for a class, at least 0.</param>
    /// <param name="unitWeight">What a weight of 1 is in the units of weighted values; 1 where there are no weights.</param>
    /// <param name="lone">Respondents in one class only, by class.</param>
    /// <param name="recurring">Respondents in several classes: a list of classes and contributions for each.</param>
    public ContributionTable(int depth, Int128 unitWeight, ClassContributions lone, RecurringContributions recurring)
    {
        ArgumentNullException.ThrowIfNull(lone);
        ArgumentNullException.ThrowIfNull(recurring);
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(unitWeight, (Int128)1);
        Depth = depth;
        UnitWeight = unitWeight;
        Lone = lone;
        Recurring = recurring;
    }

    /// <summary>The most contributions kept for a class; <see cref="int.MaxValue"/> where all are.</summary>
    public int Depth { get; }

    /// <summary>What a weight of 1 is in the units of weighted values.</summary>
    public Int128 UnitWeight { get; }

    /// <summary>The contributions of respondents in one class only.</summary>
    public ClassContributions Lone { get; }

    /// <summary>The contributions of respondents in several classes.</summary>
    public RecurringContributions Recurring { get; }

    /// <summary>Every class by itself: all respondents in it, whether they are in others too or not.</summary>
    /// <returns>The largest contributions of each class, and the totals.</returns>
    public ClassContributions ByClass()
    {
        if (Recurring.Count == 0)
        {
            return Lone;
        }

        var builder = new ContributionBuilder(Lone.Totals.Length, Depth, UnitWeight);
        for (var item = 0; item < Lone.Totals.Length; item++)
        {
            builder.AddAll(item, Lone.Of(item), Lone.Totals[item]);
        }

        for (var entry = 0; entry < Recurring.Classes.Length; entry++)
        {
            var contribution = Recurring.Contributions[entry];
            builder.AddAll(Recurring.Classes[entry], [contribution], Int128.Abs(contribution.Weighted));
        }

        return builder.Build().Lone;
    }

    /// <summary>Joins classes into cells, and adds up what a respondent contributes to several classes of one cell.</summary>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="cellCount">The number of cells.</param>
    /// <returns>The table of the cells.</returns>
    public ContributionTable Coarsen(ReadOnlySpan<int> cellOfClass, int cellCount)
    {
        var builder = new ContributionBuilder(cellCount, Depth, UnitWeight);
        for (var item = 0; item < cellOfClass.Length; item++)
        {
            if (cellOfClass[item] >= 0)
            {
                builder.AddAll(cellOfClass[item], Lone.Of(item), Lone.Totals[item]);
            }
        }

        var own = new List<(int Cell, Contribution Contribution)>();
        for (var respondent = 0; respondent < Recurring.Count; respondent++)
        {
            own.Clear();
            for (var entry = Recurring.Starts[respondent]; entry < Recurring.Starts[respondent + 1]; entry++)
            {
                if (cellOfClass[Recurring.Classes[entry]] >= 0)
                {
                    own.Add((cellOfClass[Recurring.Classes[entry]], Recurring.Contributions[entry]));
                }
            }

            builder.Add(own);
        }

        return builder.Build();
    }
}
