using System.Text;
using Publish.Attacks.Records;
using Publish.Csv;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Audit;

/// <summary>Reads a records release back from its Parquet file, as anyone can.</summary>
internal static class ReadBackRecords
{
    /// <summary>Reads the file.</summary>
    /// <param name="connection">A connection that may read it.</param>
    /// <param name="path">The file's full path.</param>
    /// <param name="release">How the certificate describes it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The records as the attacks take them.</returns>
    public static PublishedRecords Read(
        DuckConnection connection, string path, CertifiedRelease release, CancellationToken cancellation)
    {
        var keys = release.Keys.Select(key => key.Name).ToArray();
        var sensitive = release.Rules.Select(rule => rule.Column).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var names = keys.Concat(sensitive).ToArray();
        var readers = names.Select(_ => new ColumnCodes()).ToArray();
        var schema = connection.ReadParquetSchema(path);
        using (var result = connection.ReadParquet(path, names, cancellation))
        {
            while (result.TryReadChunk(out var chunk))
            {
                for (var column = 0; column < names.Length; column++)
                {
                    readers[column].Add(chunk[column]);
                }
            }
        }

        var columns = names.Select((name, i) => readers[i].Build(name)).ToArray();
        return new PublishedRecords(
            release.Name,
            checked((int)schema.Rows),
            columns[..keys.Length],
            columns[keys.Length..],
            [.. schema.Columns.Select(column => column.Name)]);
    }

    private sealed class ColumnCodes
    {
        private readonly DistinctTexts _texts = new();
        private readonly List<int> _codes = [];

        public void Add(DuckVector vector)
        {
            for (var row = 0; row < vector.Count; row++)
            {
                _codes.Add(vector.IsNull(row) ? -1 : vector.Type.Kind == DuckTypeKind.Varchar
                    ? _texts.NumberOf(vector.Utf8(row))
                    : _texts.NumberOf(Encoding.ASCII.GetBytes(CellText.Of(vector, row))));
            }
        }

        public PublishedColumn Build(string name) =>
            new(name, [.. Enumerable.Range(0, _texts.Count).Select(_texts.TextOf)], _codes);
    }
}
