using Publish.Disclosure.Tables;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation;
using Publish.Policies;
using TableMeasure = Publish.Disclosure.Tables.TableMeasure;

namespace Publish.Pipeline.Protection;

/// <summary>Puts table releases in the terms of the class table.</summary>
internal static class TablePlanner
{
    /// <summary>Plans one release.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="release">The release.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <returns>The plan.</returns>
    public static TablePlan Plan(Policy policy, TableRelease release, GroupedUpload upload)
    {
        var keys = new List<TableKey>();
        var dimensions = new List<PlannedDimension>();
        foreach (var dimension in release.By)
        {
            var all = policy.LevelsOf(dimension.Key).Count - 1;
            var levels = dimension.Levels.Select(l => GroupingPlanner.LevelIndex(policy, dimension.Key, l)).Order().ToArray();
            if (levels is [var only] && only == all)
            {
                continue;
            }

            var key = KeyIndex(upload.Plan, dimension.Key);
            var finest = upload.Plan.Keys[key].FinestLevel;
            keys.Add(new TableKey(key, [.. levels.Select(level => level - finest)])
            {
                LevelCosts = [.. levels.Select(level => LevelCost(release, dimension.Key, policy.LevelsOf(dimension.Key)[level]))],
            });
            dimensions.Add(new PlannedDimension(
                dimension.Key,
                upload.Hierarchies[key],
                [.. levels.Where(level => level < all).Select(level => level - finest).Reverse()],
                levels[^1] == all));
        }

        var measures = Measures(policy, release, upload.Plan);
        return new TablePlan(
            release,
            RequestOf(policy, release, upload.Plan, keys, measures),
            dimensions,
            [.. release.Measures.Select(m => Array.IndexOf(measures, m.Column))],
            [.. release.Measures.Select(m => Array.IndexOf(measures, m.Denominator))]);
    }

    private static int KeyIndex(GroupingPlan plan, string key)
    {
        for (var i = 0; i < plan.Keys.Count; i++)
        {
            if (plan.Keys[i].Key == key)
            {
                return i;
            }
        }

        throw new ArgumentException($"The pass has not filled '{key}'.", nameof(key));
    }

    private static string[] Measures(Policy policy, TableRelease release, GroupingPlan plan) =>
        [.. plan.Measures.Select(column => policy.Columns[column].Name)
            .Where(name => release.Measures.Any(m => m.Columns.Contains(name)))];

    private static TableRequest RequestOf(
        Policy policy, TableRelease release, GroupingPlan plan, List<TableKey> keys, string[] measures) =>
        new(release.Name, keys, release.Threshold)
        {
            Zeros = release.Zeros == ZeroCells.Published ? ZeroTreatment.Published : ZeroTreatment.Protected,
            GroupKeys = [.. release.GroupKeys.Select(key => KeyIndex(plan, key)).Where(key => keys.Exists(asked => asked.Key == key))],
            Measures = [.. measures.Select(name => MeasureOf(policy, release, name, plan))],
            Cost = CostOf(policy, release, plan),
            Rules = RulePlanner.Plan(release.Rules),
        };

    private static CellCost CostOf(Policy policy, TableRelease release, GroupingPlan plan) =>
        release.CostColumn is { } column ? CellCost.OfSum(IndexIn(plan.Measures, GroupingPlanner.IndexOf(policy, column)))
        : release.AreCellsTheCost ? CellCost.Cells
        : CellCost.Respondents;

    private static double LevelCost(TableRelease release, string key, string level) =>
        release.LevelCosts.FirstOrDefault(cost => cost.Key == key && cost.Level == level) is not { } cost ? 1
        : cost.Factor is { } factor ? (double)factor
        : double.PositiveInfinity;

    private static TableMeasure MeasureOf(Policy policy, TableRelease release, string name, GroupingPlan plan)
    {
        var column = GroupingPlanner.IndexOf(policy, name);
        var presence = IndexIn(plan.Presence, column);
        return new TableMeasure(IndexIn(plan.Measures, column), presence < 0 ? null : plan.Keys.Count + presence)
        {
            WeightSum = plan.WeightOf(IndexIn(plan.Measures, column)) is null ? null : plan.Weight,
            TellsContributors = !policy.IsWeighted(name) && release.Measures.Any(measure => measure.Kind == MeasureKind.Mean && measure.Column == name),
            Rules = [.. RulePlanner.PlanConstants(release.Rules, name == policy.WeightColumn), .. RulePlanner.PlanRange(release.Rules, policy.SumDecimals(name)), .. RulePlanner.PlanQuantiles(release, name)],
            Quantiles = [.. Quantiles(release, name)],
        };
    }

    /// <summary>The quantiles of a column that a table publishes, ascending.</summary>
    /// <param name="release">The table.</param>
    /// <param name="column">The measure column.</param>
    public static IEnumerable<decimal> Quantiles(TableRelease release, string column) => release.Measures
        .Where(measure => measure.Kind == MeasureKind.Quantile && measure.Column == column)
        .Select(measure => measure.At)
        .Distinct()
        .Order();

    private static int IndexIn(IReadOnlyList<int> list, int value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == value)
            {
                return i;
            }
        }

        return -1;
    }
}
