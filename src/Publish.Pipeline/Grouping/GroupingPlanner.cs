using Publish.Pipeline.Admission;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Grouping;

/// <summary>Works out what the one pass over the rows has to fill, from what the policy publishes.</summary>
internal static class GroupingPlanner
{
    /// <summary>Plans the pass.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <returns>The plan.</returns>
    public static GroupingPlan Plan(AdmittedUpload upload)
    {
        var policy = upload.Policy;
        var columns = policy.Columns.Select(DeclaredColumns.Of).ToArray();
        var measures = policy.Tables
            .SelectMany(MeasureColumns)
            .Concat(policy.WeightColumn is { } own && policy.Tables.Any() ? [own] : [])
            .Distinct(StringComparer.Ordinal)
            .Select(name => IndexOf(policy, name))
            .Order()
            .ToArray();
        var keys = Keys(upload).ToArray();
        return new GroupingPlan(
            columns,
            keys,
            [.. measures.Where(m => !policy.Columns[m].Required)],
            measures,
            policy.RespondentColumn is { } respondent ? IndexOf(policy, respondent) : null,
            policy.HoldingColumn is { } holding && policy.Tables.Any() ? IndexOf(policy, holding) : null,
            Contributions(policy, measures),
            [.. Enumerable.Range(0, columns.Length).Where(i => policy.Columns[i].Unique)],
            [.. PublishedTexts(policy).Where(column => keys.All(key => key.Column != column))],
            [.. policy.Columns.Select(column => MayHoldIdentifiers(policy, column))])
        {
            Weight = policy.WeightColumn is { } weight && policy.Tables.Any() ? Array.IndexOf(measures, IndexOf(policy, weight)) : null,
        };
    }

    // Quantiles need every contribution; the p % and (p,q) rules look at the two largest.
    private static ContributionPlan? Contributions(Policy policy, int[] measures)
    {
        var quantiles = policy.Tables
            .SelectMany(table => table.Measures)
            .Where(measure => measure.Kind == MeasureKind.Quantile)
            .SelectMany(measure => measure.Columns)
            .ToHashSet(StringComparer.Ordinal);
        var tables = policy.Tables.Where(table => table.Rules.NeedContributions).ToArray();
        var largest = tables.SelectMany(MeasureColumns).ToHashSet(StringComparer.Ordinal);
        var depth = tables.SelectMany(table => table.Rules.Dominance.Select(rule => rule.N)).Append(2).Max();
        ContributionDepth[] depths =
        [
            .. Enumerable.Range(0, measures.Length)
                .Select(i => (Measure: i, policy.Columns[measures[i]].Name))
                .Where(measure => quantiles.Contains(measure.Name) || largest.Contains(measure.Name))
                .Select(measure => new ContributionDepth(measure.Measure, quantiles.Contains(measure.Name) ? int.MaxValue : depth)),
        ];
        return depths.Length == 0 ? null : new ContributionPlan(depths);
    }

    private static IEnumerable<string> MeasureColumns(TableRelease table) =>
        table.Measures.SelectMany(measure => measure.Columns).Concat(table.CostColumn is { } cost ? [cost] : []);

    /// <summary>A column's index among the declared ones.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="column">The column's name.</param>
    /// <returns>From 0.</returns>
    public static int IndexOf(Policy policy, string column)
    {
        for (var i = 0; i < policy.Columns.Count; i++)
        {
            if (policy.Columns[i].Name == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"The policy has no column '{column}'.", nameof(column));
    }

    private static IEnumerable<KeyPlan> Keys(AdmittedUpload upload)
    {
        var policy = upload.Policy;
        var finest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, level) in policy.Tables.SelectMany(t => TableLevels(policy, t)).Concat(policy.Records.SelectMany(r => RecordLevels(policy, r))))
        {
            finest[key] = Math.Min(level, finest.GetValueOrDefault(key, int.MaxValue));
        }

        // In the order of the policy's columns, so that the order of releases does not matter.
        return policy.Columns
            .Where(column => finest.ContainsKey(column.Name))
            .Select(column => new KeyPlan(
                column.Name,
                IndexOf(policy, column.Name),
                DeclaredColumns.TypeOf(column.Type),
                finest[column.Name],
                KeyLevels.Of(upload, column),
                PublishedText.ReservedBy(policy)));
    }

    private static IEnumerable<(string Key, int Level)> TableLevels(Policy policy, TableRelease table) =>
        table.By
            .Select(d => (d.Key, Level: d.Levels.Min(level => LevelIndex(policy, d.Key, level))))
            .Where(d => d.Level < policy.LevelsOf(d.Key).Count - 1);

    private static IEnumerable<(string Key, int Level)> RecordLevels(Policy policy, RecordsRelease records) =>
        records.Columns
            .Where(name => policy.Column(name)!.Role == ColumnRole.Key)
            .Select(name => (name, records.Levels.TryGetValue(name, out var range) ? LevelIndex(policy, name, range.Finest) : 0))
            .Concat(records.Diversity.Select(rule => (rule.Column, 0)));

    /// <summary>A level's index in the full hierarchy of a key.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="key">The key.</param>
    /// <param name="level">The level's name.</param>
    /// <returns>From 0, as collected.</returns>
    public static int LevelIndex(Policy policy, string key, string level)
    {
        var levels = policy.LevelsOf(key);
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] == level)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{key}' has no level '{level}'.", nameof(level));
    }

    private static IEnumerable<int> PublishedTexts(Policy policy) =>
        policy.Records
            .SelectMany(records => records.Columns)
            .Where(name => policy.Column(name)!.Type == ColumnType.Text)
            .Select(name => IndexOf(policy, name));

    // A postcode that is declared as a geography is expected; any other column that turns out to hold identifiers is a fault.
    private static bool MayHoldIdentifiers(Policy policy, ColumnPolicy column) =>
        column.Role != ColumnRole.Identifier
        && !(policy.Hierarchies.TryGetValue(column.Name, out var hierarchy) && hierarchy is PostcodesHierarchy);
}
