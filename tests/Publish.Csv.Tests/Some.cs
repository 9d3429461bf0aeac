using System.Text;

namespace Publish.Csv.Tests;

/// <summary>Files, columns and readings for tests.</summary>
internal static class Some
{
    public static readonly CsvFormat Format = new();

    public static CsvColumn Text(string name = "name") => new(name, CellType.Text);

    public static CsvColumn Integer(string name = "count") => new(name, CellType.Integer);

    public static ReadOptions Options(int threads = 1, int block = 1 << 18, int listed = 10) =>
        new() { Threads = threads, BlockBytes = block, FaultsListedPerKind = listed };

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static (ReadReport Report, CollectedRows Rows) Read(
        byte[] file, CsvFormat? format = null, ReadOptions? options = null, params CsvColumn[] columns)
    {
        var rows = new CollectedRows();
        using var stream = new MemoryStream(file);
        var report = CsvReader.Read(stream, format ?? Format, columns, rows, options ?? Options(), CancellationToken.None);
        return (report, rows);
    }

    public static (ReadReport Report, CollectedRows Rows) Read(string file, params CsvColumn[] columns) =>
        Read(Utf8(file), null, null, columns);

    /// <summary>All of a report as text, one fault a line.</summary>
    public static string Describe(ReadReport report) => string.Join(
        '\n',
        report.Faults.SelectMany(group => group.First.Select(finding => $"{group.Code.Id} x{group.Count}: {finding}"))
            .Prepend($"{report.DecodedBytes} {report.Rows}"));

    /// <summary>The places of a report's faults, each as <c>code row:line:column</c>.</summary>
    public static IReadOnlyList<string> Places(ReadReport report) =>
        [.. report.Faults.SelectMany(group =>
            group.Places.Select(place => $"{group.Code.Id} {place.Row}:{place.Line}:{place.Column}"))];
}
