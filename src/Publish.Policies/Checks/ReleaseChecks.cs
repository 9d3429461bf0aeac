using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether the releases can stand beside one another.</summary>
internal static class ReleaseChecks
{
    public static void Check(Policy policy, ReadingLog log)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var hasRecords = false;
        for (var i = 0; i < policy.Releases.Count; i++)
        {
            var release = policy.Releases[i];
            var path = PolicyPositions.PathOf("releases", i);
            if (!names.Add(release.Name))
            {
                log.Judge(path + "/name", ReleaseCodes.RepeatedName, $"It is {Quotation.Of(release.Name)}.");
            }

            if (release is RecordsRelease records)
            {
                CheckRecords(policy, records, hasRecords, path, log);
                hasRecords = true;
            }
        }
    }

    private static void CheckRecords(Policy policy, RecordsRelease records, bool isAnother, string path, ReadingLog log)
    {
        if (isAnother)
        {
            log.Judge(path + "/kind", ReleaseCodes.SeveralRecords, null);
        }

        foreach (var table in policy.Tables)
        {
            var shared = records.Columns.Intersect(table.UsedColumns, StringComparer.Ordinal).ToArray();
            if (shared.Length > 0)
            {
                log.Judge(
                    path + "/columns",
                    ReleaseCodes.RecordsBesideTable,
                    $"The table {Quotation.Of(table.Name)} shares {Quotation.List(shared.Take(5))}.");
            }
        }
    }
}
