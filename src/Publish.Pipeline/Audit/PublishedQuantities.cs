using Publish.Attacks.Values;
using Publish.Pipeline.Protection;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>The columns of which a table publishes numbers, with all of these together.</summary>
internal static class PublishedQuantities
{
    /// <summary>The columns of one table. A weighted sum is none of the numbers that a count divides.</summary>
    /// <param name="index">The table, by index in the edition.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="policy">The policy.</param>
    public static IEnumerable<PublishedQuantity> Of(int index, TablePlan plan, Policy policy) =>
        from measure in plan.Release.Measures
        where measure.Column is not null
        group measure by measure.Column into own
        select new PublishedQuantity(
            index,
            policy.IsWeighted(own.Key) ? null : own.FirstOrDefault(measure => measure.Kind == MeasureKind.Sum)?.Name,
            own.FirstOrDefault(measure => measure.Kind == MeasureKind.Mean)?.Name,
            plan.Release.Measures.FirstOrDefault(measure => measure.Kind == MeasureKind.Count)?.Name,
            policy.Column(own.Key)!.Decimals,
            policy.Column(own.Key)!.Minimum,
            policy.Column(own.Key)!.Maximum)
        {
            Column = own.Key,
        };

    /// <summary>
    /// Those whose declared bounds would tell everyone's value, where the rules promise that nothing does: a row is a
    /// respondent, and everyone has a value.
    /// </summary>
    /// <param name="index">The table, by index in the edition.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="policy">The policy.</param>
    public static IEnumerable<PublishedQuantity> Bounded(int index, TablePlan plan, Policy policy) =>
        policy.RespondentColumn is not null || plan.Release.Rules.Constants == ConstantCells.Published
            ? []
            : Of(index, plan, policy).Where(quantity => plan.Release.Measures
                .Where(measure => measure.Name == (quantity.Sum ?? quantity.Mean))
                .Any(measure => policy.Column(measure.Column!)!.Required));
}
