using Publish.Policies.Columns;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether records can be made of the columns as declared.</summary>
internal sealed class RecordsChecks(
    Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log, RecordsRelease records, string path)
{
    public static void Check(Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        for (var i = 0; i < policy.Releases.Count; i++)
        {
            if (policy.Releases[i] is RecordsRelease records)
            {
                new RecordsChecks(policy, columns, log, records, PolicyPositions.PathOf("releases", i)).Check();
            }
        }
    }

    private void Check()
    {
        CheckColumns();
        CheckDiversity();
        foreach (var key in records.Weights.Keys)
        {
            CheckIsKey(key, path + PolicyPositions.PathOf("weights", key));
        }

        foreach (var (key, range) in records.Levels)
        {
            var at = path + PolicyPositions.PathOf("levels", key);
            if (CheckIsKey(key, at) && !log.IsRefused(at))
            {
                LevelChecks.Check(policy, key, [range.Finest, range.Coarsest], at, log);
            }
        }
    }

    private void CheckColumns()
    {
        var published = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < records.Columns.Count; i++)
        {
            var at = $"{path}/columns/{i}";
            Roles.Check(at, records.Columns[i], [ColumnRole.Key, ColumnRole.Sensitive], columns, log);
            if (!published.Add(records.Columns[i]))
            {
                log.Judge(at, ReleaseCodes.PublishedName, $"It is {Quotation.Of(records.Columns[i])}.");
            }
        }

        if (!records.Columns.Any(column => !columns.TryGetValue(column, out var known) || known.Role == ColumnRole.Key))
        {
            log.Judge(path + "/columns", ReleaseCodes.NoKey, null, "/columns");
        }
    }

    private void CheckDiversity()
    {
        var isList = log.IsLocated(path + "/diversity/0");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < records.Diversity.Count; i++)
        {
            var rule = records.Diversity[i];
            var at = isList ? $"{path}/diversity/{i}" : path + "/diversity";
            if (!columns.TryGetValue(rule.Column, out var column))
            {
                UnknownColumns.Report(at + "/column", rule.Column, columns, log);
            }
            else if (column.Role != ColumnRole.Sensitive
                || !records.Columns.Contains(rule.Column, StringComparer.Ordinal)
                || !seen.Add(rule.Column))
            {
                log.Judge(
                    at + "/column",
                    ReleaseCodes.DiversityColumn,
                    $"It is {Quotation.Of(rule.Column)}.",
                    path + "/columns",
                    PolicyPositions.PathOf("columns", rule.Column, "role"));
            }

            var isWhole = rule.L == Math.Floor(rule.L);
            if ((rule.Kind != DiversityKind.Entropy && !isWhole) || (rule.Kind == DiversityKind.Recursive) != (rule.C is not null))
            {
                log.Judge(at, ReleaseCodes.DiversityNumber, null);
            }
        }
    }

    private bool CheckIsKey(string key, string at)
    {
        if (!columns.TryGetValue(key, out var column))
        {
            UnknownColumns.Report(at, key, columns, log);
            return false;
        }

        if (column.Role == ColumnRole.Key && records.Columns.Contains(key, StringComparer.Ordinal))
        {
            return true;
        }

        log.Judge(
            at,
            ReleaseCodes.NotRecordsKey,
            $"It is {Quotation.Of(key)}.",
            path + "/columns",
            PolicyPositions.PathOf("columns", key, "role"));
        return false;
    }
}
