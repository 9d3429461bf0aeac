using Publish.Policies.Hierarchies;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether a table's chart can be drawn of what the table publishes.</summary>
internal static class ChartChecks
{
    public static void Check(Policy policy, ReadingLog log)
    {
        for (var i = 0; i < policy.Releases.Count; i++)
        {
            if (policy.Releases[i] is TableRelease { Chart: { } chart } table)
            {
                Check(table, chart, PolicyPositions.PathOf("releases", i), log);
            }
        }
    }

    private static void Check(TableRelease table, TableChart chart, string release, ReadingLog log)
    {
        var path = release + "/chart";
        var keys = release + "/by";
        var by = KeyOf(table, chart.By);
        var split = chart.Split is null ? null : KeyOf(table, chart.Split);
        if (by is null)
        {
            log.Judge(path + "/by", ReleaseCodes.ChartColumn, $"It is {Quotation.Of(chart.By)}.", keys);
        }
        else if (chart.Split is not null && (split is null || split == by))
        {
            log.Judge(path + "/split", ReleaseCodes.ChartColumn, $"It is {Quotation.Of(chart.Split)}.", keys);
        }
        else if (table.By.FirstOrDefault(key => key != by && key != split && !key.Levels.Contains(HierarchyPolicy.All)) is { } other)
        {
            log.Judge(path, ReleaseCodes.ChartTotal, $"The key is {Quotation.Of(other.Key)}.", keys);
        }

        if (!table.Measures.Any(measure => measure.Name == chart.Measure))
        {
            log.Judge(path + "/measure", ReleaseCodes.ChartColumn, $"It is {Quotation.Of(chart.Measure)}.", release + "/measures");
        }
    }

    private static TableDimension? KeyOf(TableRelease table, string level) =>
        level == HierarchyPolicy.All ? null : table.By.FirstOrDefault(key => key.Levels.Contains(level, StringComparer.Ordinal));
}
