using Publish.Policies.Columns;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether what hiding a cell costs can be told.</summary>
internal static class CostChecks
{
    public static void Check(TableRelease table, string path, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        if (table.CostColumn is { } cost && columns.GetValueOrDefault(cost)?.Role != ColumnRole.Measure)
        {
            log.Judge(path + "/cost", ReleaseCodes.Cost, null);
        }

        foreach (var level in table.LevelCosts)
        {
            if (table.By.FirstOrDefault(dimension => dimension.Key == level.Key)?.Levels.Contains(level.Level) != true)
            {
                log.Judge(path + PolicyPositions.PathOf("levelCosts", level.Key, level.Level), ReleaseCodes.LevelCost, null, path + "/by");
            }
        }
    }
}
