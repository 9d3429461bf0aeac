using Publish.Policies.Columns;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether sampling weights can be applied.</summary>
internal static class WeightChecks
{
    private const string Weight = "/weight";

    public static void Check(Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        if (policy.WeightColumn is not { } name || !Roles.Check(Weight, name, [ColumnRole.Measure], columns, log))
        {
            return;
        }

        if (columns[name] is not { Required: true, Minimum: > 0 })
        {
            var path = PolicyPositions.PathOf("columns", name);
            log.Judge(Weight, ColumnCodes.Weight, null, path + "/required", path + "/min");
        }

        for (var i = 0; i < policy.Releases.Count; i++)
        {
            if (policy.Releases[i] is TableRelease table)
            {
                CheckMeasures(table, PolicyPositions.PathOf("releases", i), log);
            }
        }
    }

    private static void CheckMeasures(TableRelease table, string path, ReadingLog log)
    {
        for (var i = 0; i < table.Measures.Count; i++)
        {
            if (table.Measures[i].Kind == MeasureKind.Quantile)
            {
                log.Judge($"{path}/measures/{i}", ReleaseCodes.WeightedQuantile, null, Weight);
            }
        }
    }
}
