using Publish.Policies.Columns;
using Publish.Policies.Hierarchies;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether tables can be made of the columns as declared.</summary>
internal sealed class TableChecks(
    Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log, TableRelease table, string path)
{

    private readonly HashSet<string> _published = new(StringComparer.OrdinalIgnoreCase);

    public static void Check(Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        for (var i = 0; i < policy.Releases.Count; i++)
        {
            if (policy.Releases[i] is TableRelease table)
            {
                new TableChecks(policy, columns, log, table, PolicyPositions.PathOf("releases", i)).Check();
            }
        }
    }

    private void Check()
    {
        CheckMeasures();
        RuleChecks.Check(table, path + "/rules", log);
        for (var i = 0; i < table.By.Count; i++)
        {
            CheckDimension(table.By[i], i);
        }

        for (var i = 0; i < table.GroupKeys.Count; i++)
        {
            if (table.By.All(dimension => dimension.Key != table.GroupKeys[i]))
            {
                log.Judge($"{path}/groupDisclosure/{i}", ReleaseCodes.GroupKey, null, path + "/by");
            }
        }

        CostChecks.Check(table, path, columns, log);
    }

    private void CheckMeasures()
    {
        for (var i = 0; i < table.Measures.Count; i++)
        {
            var measure = table.Measures[i];
            var at = $"{path}/measures/{i}";
            if (!_published.Add(measure.Name))
            {
                var isRepeated = table.Measures.Take(i).Any(other => other.Name == measure.Name);
                log.Judge(at, isRepeated ? ReleaseCodes.RepeatedMeasure : ReleaseCodes.PublishedName, $"It is {Quotation.Of(measure.Name)}.");
            }

            MeasureChecks.Check(table, measure, at, columns, log);
        }
    }

    private void CheckDimension(TableDimension dimension, int index)
    {
        var named = path + PolicyPositions.PathOf("by", dimension.Key);
        var at = log.IsLocated(named) ? named : $"{path}/by/{index}";
        if (!Roles.Check(at, dimension.Key, [ColumnRole.Key], columns, log) || log.IsRefused(at))
        {
            return;
        }

        LevelChecks.Check(policy, dimension.Key, dimension.Levels, at, log);
        CheckPublishedNames(dimension, at);
        var column = columns[dimension.Key];
        if ((column.Values ?? []).Concat(column.MissingMarks ?? policy.File.MissingMarks).Contains(table.TotalMark, StringComparer.Ordinal))
        {
            log.Judge(
                path + "/totalMark", ReleaseCodes.TotalMark, $"The key is {Quotation.Of(dimension.Key)}.", PolicyPositions.PathOf("columns", dimension.Key));
        }
    }

    private void CheckPublishedNames(TableDimension dimension, string at)
    {
        for (var i = 0; i < dimension.Levels.Count; i++)
        {
            var level = dimension.Levels[i];
            if (level != HierarchyPolicy.All && (IsKept(level) || !_published.Add(level)))
            {
                var precise = $"{at}/{i}";
                log.Judge(log.IsLocated(precise) ? precise : at, ReleaseCodes.PublishedName, $"It is {Quotation.Of(level)}.");
            }
        }
    }

    private static bool IsKept(string name) =>
        name.Equals("count", StringComparison.OrdinalIgnoreCase)
        || name.Equals("status", StringComparison.OrdinalIgnoreCase);
}
