using Publish.Pipeline.Grouping;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Staging;

/// <summary>The columns of a records release, in the policy's order.</summary>
internal static class RecordsLayout
{
    /// <summary>Lays out a release.</summary>
    /// <param name="records">The release as protected.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="plan">The plan of the pass.</param>
    /// <returns>One column for each that the release names.</returns>
    public static IReadOnlyList<RecordsColumn> Of(ProtectedRecords records, Policy policy, GroupingPlan plan) =>
        [.. records.Plan.Release.Columns.Select(name => ColumnOf(records, policy, plan, name))];

    private static RecordsColumn ColumnOf(ProtectedRecords records, Policy policy, GroupingPlan plan, string name)
    {
        var column = policy.Column(name)!;
        var key = -1;
        for (var i = 0; i < records.Plan.Keys.Count; i++)
        {
            key = plan.Keys[records.Plan.Keys[i]].Key == name ? i : key;
        }

        var labelled = key >= 0 && plan.Keys[records.Plan.Keys[key]].FinestLevel + records.Records.Levels[key] > 0;
        return new RecordsColumn(
            name,
            GroupingPlanner.IndexOf(policy, name),
            key < 0 ? null : key,
            labelled,
            DeclaredColumns.TypeOf(column.Type),
            column.Decimals);
    }
}
