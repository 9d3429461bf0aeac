using System.Globalization;
using Publish.Disclosure;
using Publish.Duck;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Parts;

/// <summary>The classes of a part as a Parquet file: number, codes, rows, and of each measure sum, least and greatest value.</summary>
internal static class PartClasses
{
    private const string Table = "part_classes";

    /// <summary>Writes the classes of a part.</summary>
    /// <param name="connection">A connection that may write the file.</param>
    /// <param name="classes">The classes, under the part's codes.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public static void Write(DuckConnection connection, ClassTable classes, string path, CancellationToken cancellation)
    {
        var (keys, measures) = (classes.KeyCount, classes.Sums.Length);
        var columns = Columns(keys, measures).Select(column => $"{column.Name} {column.Type}");
        connection.Execute($"CREATE TABLE {Table} ({string.Join(", ", columns)})", cancellation);
        using (var appender = connection.Append(Table))
        {
            for (var first = 0; first < classes.ClassCount; first += DuckChunkWriter.Capacity)
            {
                var count = Math.Min(DuckChunkWriter.Capacity, classes.ClassCount - first);
                var chunk = appender.Chunk;
                for (var i = 0; i < count; i++)
                {
                    chunk.Values<int>(0)[i] = first + i;
                }

                for (var key = 0; key < keys; key++)
                {
                    classes.Codes[key].AsSpan(first, count).CopyTo(chunk.Values<int>(1 + key));
                }

                classes.Rows.AsSpan(first, count).CopyTo(chunk.Values<long>(1 + keys));
                for (var measure = 0; measure < measures; measure++)
                {
                    var column = 2 + keys + (3 * measure);
                    classes.Sums[measure].AsSpan(first, count).CopyTo(chunk.Values<Int128>(column));
                    classes.Ranges[measure].Least.AsSpan(first, count).CopyTo(chunk.Values<long>(column + 1));
                    classes.Ranges[measure].Greatest.AsSpan(first, count).CopyTo(chunk.Values<long>(column + 2));
                }

                appender.Append(count);
            }

            appender.Complete();
        }

        connection.WriteParquet($"SELECT * FROM {Table} ORDER BY class", path, new ParquetOptions(), cancellation);
    }

    /// <summary>Adds the classes of a part to those of others.</summary>
    /// <param name="connection">A connection that may read the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="codes"><c>codes[key][code]</c>: what a code of the part is called by all.</param>
    /// <param name="all">The classes of all, under the codes of all.</param>
    /// <param name="measures">Measures of a class.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The number that each of the part's classes has among all.</returns>
    public static int[] Load(
        DuckConnection connection, string path, IReadOnlyList<int[]> codes, ClassAccumulator all, int measures, CancellationToken cancellation)
    {
        var numbers = new List<int>();
        var tuple = new int[codes.Count];
        using var rows = connection.ReadParquet(path, [.. Columns(codes.Count, measures).Select(column => column.Name)], cancellation);
        while (rows.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                for (var key = 0; key < codes.Count; key++)
                {
                    tuple[key] = codes[key][chunk[1 + key].Values<int>()[row]];
                }

                var number = all.CountRows(tuple, chunk[1 + codes.Count].Values<long>()[row]);
                for (var measure = 0; measure < measures; measure++)
                {
                    var column = 2 + codes.Count + (3 * measure);
                    all.AddTo(number, measure, new MeasureTotal(
                        chunk[column].Values<Int128>()[row], chunk[column + 1].Values<long>()[row], chunk[column + 2].Values<long>()[row]));
                }

                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    private static IEnumerable<(string Name, DuckType Type)> Columns(int keys, int measures) =>
    [
        ("class", DuckType.Integer),
        .. Enumerable.Range(0, keys).Select(key => (Name("code", key), DuckType.Integer)),
        ("rows", DuckType.BigInt),
        .. Enumerable.Range(0, measures).SelectMany(measure => new[]
        {
            // A sum of 64-bit values of as many rows as there can be has fewer than 38 digits.
            (Name("sum", measure), DuckType.Decimal(38, 0)),
            (Name("least", measure), DuckType.BigInt),
            (Name("greatest", measure), DuckType.BigInt),
        }),
    ];

    private static string Name(string what, int index) => string.Create(CultureInfo.InvariantCulture, $"{what}{index}");
}
