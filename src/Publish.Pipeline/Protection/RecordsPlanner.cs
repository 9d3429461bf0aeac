using Publish.Disclosure.Records;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Protection;

/// <summary>Puts a records release in the terms of the class table.</summary>
internal static class RecordsPlanner
{
    /// <summary>Plans a release.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="release">The release.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <returns>The plan.</returns>
    public static RecordsPlan Plan(Policy policy, RecordsRelease release, GroupedUpload upload)
    {
        var keys = release.Columns
            .Where(name => policy.Column(name)!.Role == ColumnRole.Key)
            .Select(name => KeyIndex(upload.Plan, name))
            .ToArray();
        var models = new List<PrivacyModel> { new KAnonymity(release.K) };
        models.AddRange(release.Diversity.Select(rule => ModelOf(rule, KeyIndex(upload.Plan, rule.Column))));
        var task = new GeneralisationTask(
            upload.Classes,
            [.. keys.Select(key => LatticeKeyOf(policy, release, upload, key))],
            models,
            release.SuppressionLimit,
            MetricOf(release.Metric));
        return new RecordsPlan(release, task, keys);
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

    private static LatticeKey LatticeKeyOf(Policy policy, RecordsRelease release, GroupedUpload upload, int key)
    {
        var plan = upload.Plan.Keys[key];
        var coarsest = release.Levels.TryGetValue(plan.Key, out var range)
            ? GroupingPlanner.LevelIndex(policy, plan.Key, range.Coarsest) - plan.FinestLevel
            : (int?)null;
        return new LatticeKey(
            key, upload.Hierarchies[key], release.Weights.GetValueOrDefault(plan.Key, 1), minLevel: 0, coarsest);
    }

    private static PrivacyModel ModelOf(DiversityRule rule, int column) => rule.Kind switch
    {
        DiversityKind.Distinct => new DistinctDiversity(column, checked((int)rule.L)),
        DiversityKind.Entropy => new EntropyDiversity(column, rule.L),
        _ => new RecursiveDiversity(column, rule.C!.Value, checked((int)rule.L)),
    };

    private static LossMetric MetricOf(LossMetricKind kind) => kind switch
    {
        LossMetricKind.Loss => new DomainLoss(),
        LossMetricKind.Entropy => new NonUniformEntropy(),
        LossMetricKind.Discernibility => new Discernibility(),
        LossMetricKind.ClassSize => new AverageClassSize(),
        LossMetricKind.Precision => new Precision(),
        _ => new Height(),
    };
}
