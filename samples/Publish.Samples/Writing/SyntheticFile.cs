using System.Text;

namespace Publish.Samples.Writing;

/// <summary>A file made from a seed, record by record.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="Records">Its records from a seed: the header, then a record a row.</param>
internal sealed record SyntheticFile(UploadFormat Format, Func<ulong, IEnumerable<string[]>> Records)
{
    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="seed">The seed.</param>
    public void Write(Stream stream, ulong seed)
    {
        if (!Format.IsGzip)
        {
            WriteText(stream, seed);
            return;
        }

        using var gzip = new StoredGzipStream(stream);
        WriteText(gzip, seed);
    }

    private void WriteText(Stream stream, ulong seed)
    {
        using var writer = new StreamWriter(stream, Format.Encoding, bufferSize: 1 << 14, leaveOpen: true);
        foreach (var record in Records(seed))
        {
            writer.Write(string.Join(Format.Delimiter, record.Select(Quoted)));
            writer.Write(Format.LineEnd);
        }
    }

    private string Quoted(string cell) => cell.AsSpan().ContainsAny(Format.Delimiter, '"', '\n')
        ? new StringBuilder(cell).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString()
        : cell;
}
