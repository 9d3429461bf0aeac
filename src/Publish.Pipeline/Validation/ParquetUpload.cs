using Publish.Codes;
using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Validation;

/// <summary>
/// Reads a Parquet upload by the very rules that hold for delimited text: each cell is turned into its canonical text and
/// goes through the same checks. Columns must have the declared type; a row is its number in the file, from 1.
/// </summary>
internal static class ParquetUpload
{
    // Canonical texts, whatever the policy declares for delimited text.
    private static readonly CsvFormat Canonical = new();

    /// <summary>Reads every row.</summary>
    /// <param name="stream">The file, for its digest.</param>
    /// <param name="upload">What was uploaded, for DuckDB, which reads files.</param>
    /// <param name="columns">The declared columns.</param>
    /// <param name="consumer">Takes the rows.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What was read and what is wrong with it.</returns>
    public static ReadReport Read(
        Stream stream,
        IUploadContent upload,
        IReadOnlyList<CsvColumn> columns,
        IBatchConsumer consumer,
        RunSettings settings,
        ReadOptions options,
        CancellationToken cancellation)
    {
        var bytes = Drain(stream);
        var full = UnderAPlainName(Path.GetFullPath(upload.FileIn(settings.TemporaryFolder)), settings.TemporaryFolder);
        using var database = DuckDatabase.Open(new DuckOptions
        {
            Threads = 1,
            MemoryLimitBytes = settings.MemoryLimitBytes,
            TemporaryFolder = Path.GetFullPath(Path.Combine(settings.TemporaryFolder, "parquet")),
            MaximumTemporaryBytes = settings.MaximumTemporaryBytes,
            AllowedFiles = [full],
        });
        using var connection = database.Connect();
        try
        {
            var schema = connection.ReadParquetSchema(full);
            var faults = ParquetColumns.Check(schema.Columns, columns);
            return faults.Count > 0
                ? new ReadReport(bytes, bytes, schema.Rows, faults)
                : ReadRows(connection, full, schema, bytes, columns, consumer, options, cancellation);
        }
        catch (DuckException e) when (e.Code == DuckCodes.UnreadableParquet)
        {
            return new ReadReport(bytes, bytes, 0, [new FaultGroup(e.Code, null, 1, [new Finding(e.Code, "")], [])]);
        }
    }

    private static ReadReport ReadRows(
        DuckConnection connection,
        string path,
        ParquetSchema schema,
        long bytes,
        IReadOnlyList<CsvColumn> columns,
        IBatchConsumer consumer,
        ReadOptions options,
        CancellationToken cancellation)
    {
        // A missing cell is NULL here, and a text means itself, even one that is a mark in delimited files.
        var builder = new TypedBatchBuilder(
            [.. columns.Select(c => c with { MissingMarks = [], TrueValues = ["true"], FalseValues = ["false"] })],
            Canonical,
            consumer,
            0,
            options);
        var text = new ParquetText();
        using var result = connection.ReadParquet(path, [.. columns.Select(c => c.Name)], cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                builder.BeginRow(chunk.FirstRow + row + 1);
                for (var column = 0; column < columns.Count; column++)
                {
                    text.AddTo(builder, chunk[column], row);
                }
            }

            options.Progress?.Report((long)(bytes * ((chunk.FirstRow + chunk.Count) / (double)Math.Max(1, schema.Rows))));
        }

        return new ReadReport(bytes, bytes, schema.Rows, builder.Complete());
    }

    // DuckDB takes * ? and [ in a path for a pattern: a file of such a name is read through a link.
    private static string UnderAPlainName(string path, string folder)
    {
        if (path.AsSpan().IndexOfAny('*', '?', '[') < 0)
        {
            return path;
        }

        var link = Path.GetFullPath(Path.Combine(folder, TemporaryName.Of(path) + ".parquet"));
        if (!File.Exists(link))
        {
            // Not there yet: records read the upload a second time in the same run.
            Directory.CreateDirectory(folder);
            File.CreateSymbolicLink(link, path);
        }

        return link;
    }

    private static long Drain(Stream stream)
    {
        var buffer = new byte[1 << 20];
        long bytes = 0;
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes += read;
        }

        return bytes;
    }
}
