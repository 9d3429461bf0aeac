using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>
/// The columns of which not everyone has a value and some table of the edition publishes a mean: beside the sum, which any
/// table may publish, it tells how many have one.
/// </summary>
internal static class ToldContributors
{
    /// <summary>The columns' names, in ascending order.</summary>
    /// <param name="plans">The tables' plans.</param>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<string> Of(IEnumerable<TablePlan> plans, Policy policy) =>
    [
        .. plans.SelectMany(plan => plan.Release.Measures)
            .Where(measure => measure.Kind == Policies.Releases.MeasureKind.Mean && !policy.IsWeighted(measure.Column!) && !policy.Column(measure.Column!)!.Required)
            .Select(measure => measure.Column!)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The measures of a table whose contributors are told, with their columns and the keys that say who has a value.</summary>
    /// <param name="plan">The table's plan.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="told">The columns, as <see cref="Of"/> lists them.</param>
    public static IEnumerable<(int Measure, string Column, int Presence)> In(
        TablePlan plan, GroupedUpload upload, Policy policy, IReadOnlyList<string> told) =>
        from measure in plan.Request.Measures.Index()
        let column = policy.Columns[upload.Plan.Measures[measure.Item.Sum]].Name
        where measure.Item.PresenceKey is not null && told.Contains(column)
        select (measure.Index, column, measure.Item.PresenceKey!.Value);
}
