using System.Buffers;
using System.Globalization;

namespace Publish.Duck;

/// <summary>Reading and writing Parquet files.</summary>
public static class DuckParquet
{
    private static readonly SearchValues<char> Globs = SearchValues.Create("*?[]{}");

    /// <summary>
    /// Writes a query's rows to a Parquet file (zstd). Gives the same bytes at any number of threads and any memory
    /// limit if the query orders its rows completely (<c>ORDER BY ALL</c>) and sums no doubles.
    /// </summary>
    /// <param name="connection">The connection to run it on.</param>
    /// <param name="query">A SELECT with a complete order.</param>
    /// <param name="path">The file's full path in an allowed folder. It appears, or is replaced, only when whole.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Interrupts the work; no file is left then.</param>
    /// <returns>The rows written.</returns>
    /// <exception cref="ArgumentException">The path is not a full one, or an option is out of bounds.</exception>
    /// <exception cref="DuckException">DuckDB refused or failed; no file is left.</exception>
    public static long WriteParquet(
        this DuckConnection connection,
        string query,
        string path,
        ParquetOptions options,
        CancellationToken cancellation = default)
    {
        CheckPath(path);
        var partial = path + ".partial";
        try
        {
            var rows = connection.Execute(
                $"COPY ({query}\n) TO {DuckSql.Literal(partial)} ({Settings(options)})", cancellation);
            File.Move(partial, path, overwrite: true);
            return rows;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Reads a Parquet file's columns and number of rows, without its rows.</summary>
    /// <param name="connection">The connection to run it on.</param>
    /// <param name="path">The file's full path, allowed, without wildcards.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="DuckException">The file can't be read (<see cref="DuckCodes.UnreadableParquet"/>).</exception>
    public static ParquetSchema ReadParquetSchema(this DuckConnection connection, string path)
    {
        using var statement = connection.Prepare("SELECT * FROM " + Source(path), DuckCodes.UnreadableParquet);
        using var rows = connection.Query(
            $"SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata({DuckSql.Literal(path)})",
            DuckCodes.UnreadableParquet,
            CancellationToken.None);
        _ = rows.TryReadChunk(out var chunk);
        return new ParquetSchema(statement.Columns, chunk[0].Values<long>()[0]);
    }

    /// <summary>Streams a Parquet file's rows in file order; <see cref="DuckChunk.FirstRow"/> is the row in the file.</summary>
    /// <param name="connection">The connection to run it on, of a database that preserves insertion order.</param>
    /// <param name="path">The file's full path, allowed, without wildcards.</param>
    /// <param name="columns">The columns to read, by the names of <see cref="ReadParquetSchema"/>; all by default.</param>
    /// <param name="cancellation">Interrupts the work until the result is disposed.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="InvalidOperationException">The database does not preserve insertion order.</exception>
    /// <exception cref="DuckException">The file can't be read (<see cref="DuckCodes.UnreadableParquet"/>).</exception>
    public static DuckResult ReadParquet(
        this DuckConnection connection,
        string path,
        IReadOnlyList<string>? columns = null,
        CancellationToken cancellation = default)
    {
        if (!connection.Database.Options.PreserveInsertionOrder)
        {
            throw new InvalidOperationException("Without insertion order there is no file order.");
        }

        var list = columns is null ? "*" : string.Join(", ", columns.Select(DuckSql.Identifier));
        return connection.Query($"SELECT {list} FROM {Source(path)}", DuckCodes.UnreadableParquet, cancellation);
    }

    // Folders named key=value must not become columns; the file must be one, not a pattern.
    private static string Source(string path)
    {
        CheckPath(path);
        return $"read_parquet({DuckSql.Literal(path)}, hive_partitioning = false)";
    }

    private static void CheckPath(string path)
    {
        if (!Path.IsPathFullyQualified(path) || path.AsSpan().ContainsAny(Globs))
        {
            throw new ArgumentException("A Parquet file is given by its full path, without wildcards.", nameof(path));
        }
    }

    private static string Settings(ParquetOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RowGroupRows, DuckChunkWriter.Capacity);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CompressionLevel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.CompressionLevel, 22);
        var metadata = options.Metadata.Select(pair => $"{DuckSql.Literal(pair.Key)}: {DuckSql.Literal(pair.Value)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL {options.CompressionLevel}, ")
            + string.Create(CultureInfo.InvariantCulture, $"ROW_GROUP_SIZE {options.RowGroupRows}, ")
            + "USE_TMP_FILE false"
            + (options.Metadata.Count == 0 ? "" : $", KV_METADATA {{{string.Join(", ", metadata)}}}");
    }
}
