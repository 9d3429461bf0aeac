using Publish.Policies.Columns;
using Publish.Policies.Hierarchies;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether a measure can be made of the columns as declared.</summary>
internal static class MeasureChecks
{
    public static void Check(
        TableRelease table, TableMeasure measure, string at, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        var named = $"{at}/{MeasureBinder.KeyOf(measure.Kind)}";
        var parts = measure.Columns.ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            Roles.Check(measure.Kind == MeasureKind.Ratio ? $"{named}/{i}" : named, parts[i], [ColumnRole.Measure], columns, log);
        }

        if (measure.Kind == MeasureKind.Sum && log.IsLocated(at + "/decimals"))
        {
            log.Judge(at + "/decimals", ReleaseCodes.MeasureDecimals, null);
        }

        CheckOf(table, measure, at, log);
        if ((measure.Kind == MeasureKind.Quantile) != log.IsLocated(at + "/at") || measure.At >= 1)
        {
            log.Judge(log.IsLocated(at + "/at") ? at + "/at" : at, ReleaseCodes.MeasureAt, null);
        }
    }

    private static void CheckOf(TableRelease table, TableMeasure measure, string at, ReadingLog log)
    {
        var isKey = table.By.Any(dimension =>
            dimension.Key == measure.Of && dimension.Levels.Count > 1 && dimension.Levels.Contains(HierarchyPolicy.All));
        if (measure.Kind == MeasureKind.Share ? !isKey : measure.Of is not null)
        {
            log.Judge(log.IsLocated(at + "/of") ? at + "/of" : at, ReleaseCodes.MeasureOf, null, $"{at[..at.LastIndexOf("/measures", StringComparison.Ordinal)]}/by");
        }
    }
}
