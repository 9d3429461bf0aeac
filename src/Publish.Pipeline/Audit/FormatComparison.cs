using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Publish.Codes;
using Publish.Csv;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Reads a release's CSV strictly and its Parquet beside it, and compares all cells as text, row by row, through a
/// digest of each, so that files of any size are compared in little memory.
/// </summary>
internal static class FormatComparison
{
    /// <summary>Compares the two files of a release.</summary>
    /// <param name="connection">A connection that may read the Parquet file.</param>
    /// <param name="folder">The version's folder.</param>
    /// <param name="release">How the certificate describes it.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <returns>The rows compared, and what differs.</returns>
    public static (long Rows, IReadOnlyList<Finding> Findings) Run(
        DuckConnection connection, string folder, CertifiedRelease release, CancellationToken cancellation)
    {
        var parquet = Path.Combine(folder, release.Name + ".parquet");
        var schema = connection.ReadParquetSchema(parquet);
        var fromParquet = ReadParquet(connection, parquet, cancellation);
        var fromCsv = new CellDigest();
        using var csv = File.OpenRead(Path.Combine(folder, release.Name + ".csv"));
        var report = CsvReader.Read(
            csv,
            new CsvFormat { MaximumRecordBytes = CsvFormat.GreatestMaximumRecordBytes },
            [.. schema.Columns.Select(column => new CsvColumn(column.Name, CellType.Text))],
            fromCsv,
            new ReadOptions { FaultsListedPerKind = 1 },
            cancellation);
        var same = report.IsClean && report.Rows == schema.Rows && fromCsv.Value() == fromParquet.Value();
        return (schema.Rows, same ? [] : [new Finding(AuditCodes.FormatsDiffer, $"release {release.Name}")]);
    }

    private static CellDigest ReadParquet(DuckConnection connection, string path, CancellationToken cancellation)
    {
        var digest = new CellDigest();
        using var result = connection.ReadParquet(path, cancellation: cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                for (var column = 0; column < result.Columns.Count; column++)
                {
                    digest.Add(chunk[column], row);
                }
            }
        }

        return digest;
    }

    private sealed class CellDigest : IBatchConsumer
    {
        private readonly XxHash128 _hash = new();

        public UInt128 Value() => _hash.GetCurrentHashAsUInt128();

        public void Consume(int worker, TypedBatch batch)
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                foreach (var column in batch.Columns)
                {
                    Add(column.Text(row));
                }
            }
        }

        public void Add(DuckVector vector, int row)
        {
            if (vector.IsNull(row))
            {
                Add([]);
            }
            else if (vector.Type.Kind == DuckTypeKind.Varchar)
            {
                Add(vector.Utf8(row));
            }
            else
            {
                Add(Encoding.ASCII.GetBytes(CellText.Of(vector, row)));
            }
        }

        // Each cell goes in with its length, so that no two rows of cells look alike.
        private void Add(ReadOnlySpan<byte> text)
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            _hash.Append(length);
            _hash.Append(text);
        }
    }
}
