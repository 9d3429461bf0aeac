using System.Text;
using Publish.Codes;
using Publish.Csv;
using Publish.Pipeline.Grouping;
using Publish.Policies;

namespace Publish.Pipeline.Admission;

/// <summary>
/// Reads the CSV files of levels that hierarchies name: UTF-8, commas, a header of the key's name and the levels' names,
/// fine to coarse; one row a code.
/// </summary>
internal static class LevelsFile
{
    /// <summary>Reads every file of levels of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="files">The bytes of every file the policy is made of.</param>
    /// <returns>The rows without the header, by file name.</returns>
    /// <exception cref="StopException">A file has faults.</exception>
    public static IReadOnlyDictionary<string, string[][]> ReadAll(Policy policy, IReadOnlyDictionary<string, byte[]> files)
    {
        var tables = new Dictionary<string, string[][]>(StringComparer.Ordinal);
        foreach (var (key, hierarchy) in policy.Hierarchies)
        {
            if (hierarchy is LevelsHierarchy levels)
            {
                tables[levels.File] = Read(policy, key, levels, files[levels.File]);
            }
        }

        return tables;
    }

    private static string[][] Read(Policy policy, string key, LevelsHierarchy hierarchy, byte[] bytes)
    {
        var columns = new[] { FirstLabel(bytes) ?? key }
            .Concat(hierarchy.LevelNames)
            .Select(name => new CsvColumn(name, CellType.Text) { Required = true })
            .ToArray();
        var rows = new RowCollector();
        using var stream = new MemoryStream(bytes, writable: false);
        var report = CsvReader.Read(stream, new CsvFormat(), columns, rows, new ReadOptions(), CancellationToken.None);
        if (!report.IsClean)
        {
            throw new StopException(
                Verdict.Rejected,
                report.Faults.SelectMany(fault => fault.First).Select(f =>
                    new Finding(AdmissionCodes.LevelsFile, $"{hierarchy.File}, {f.Place}", f.Code.Problem)));
        }

        return Checked(rows.Rows, hierarchy, PublishedText.ReservedBy(policy));
    }

    private static string[][] Checked(List<string[]> rows, LevelsHierarchy hierarchy, IReadOnlySet<string> reserved)
    {
        var findings = new List<Finding>();
        if (rows.Count == 0)
        {
            findings.Add(new Finding(AdmissionCodes.LevelsFile, hierarchy.File, "It has no rows below its header."));
        }

        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rowOf.TryAdd(rows[i][0], i))
            {
                findings.Add(FindingAt(hierarchy, i, "The code stands in an earlier row too."));
            }

            if (rows[i].Skip(1).Any(label => PublishedText.FaultOf(label, reserved) != 0))
            {
                findings.Add(FindingAt(
                    hierarchy, i, "A label starts as a spreadsheet formula does, or is the text for totals or missing values."));
            }
        }

        for (var level = 1; level < hierarchy.LevelNames.Count; level++)
        {
            var parentOf = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < rows.Count; i++)
            {
                if (!parentOf.TryAdd(rows[i][level], rows[i][level + 1]) && parentOf[rows[i][level]] != rows[i][level + 1])
                {
                    findings.Add(FindingAt(hierarchy, i, $"An earlier row puts the same '{hierarchy.LevelNames[level - 1]}' into another '{hierarchy.LevelNames[level]}'."));
                }
            }
        }

        return findings.Count == 0 ? [.. rows] : throw new StopException(Verdict.Rejected, findings);
    }

    private static Finding FindingAt(LevelsHierarchy hierarchy, int row, string detail) =>
        new(AdmissionCodes.LevelsFile, FormattableString.Invariant($"{hierarchy.File}, row {row + 2}"), detail);

    // The first label may be any name for the code; what it is is read here, so that the strict reader can be told.
    private static string? FirstLabel(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096))).TrimStart('\uFEFF');
        var end = text.AsSpan().IndexOfAny(",\r\n");
        var label = end < 0 ? "" : text[..end].Trim('"');
        return label.Length == 0 ? null : label;
    }

    private sealed class RowCollector : IBatchConsumer
    {
        public List<string[]> Rows { get; } = [];

        public void Consume(int worker, TypedBatch batch)
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                Rows.Add([.. batch.Columns.Select(column => Encoding.UTF8.GetString(column.Text(row)))]);
            }
        }
    }
}
