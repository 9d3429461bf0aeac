using System.Buffers;
using System.Text;
using Publish.Disclosure.Hierarchies;
using Publish.Duck;

namespace Publish.Pipeline.Staging;

/// <summary>
/// Writes a Parquet file's rows as CSV: RFC 4180, UTF-8 without a byte order mark, one header row, line feeds; an empty
/// field where there is no value.
/// </summary>
internal static class CsvFile
{
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\"\r\n"u8);

    /// <summary>Writes the file.</summary>
    /// <param name="connection">A connection that may read the Parquet file.</param>
    /// <param name="parquet">The Parquet file's full path.</param>
    /// <param name="csv">The CSV file's path; nothing may be there yet.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static void Write(DuckConnection connection, string parquet, string csv, CancellationToken cancellation)
    {
        using var file = new FileStream(csv, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        using var result = connection.ReadParquet(parquet, cancellation: cancellation);
        for (var column = 0; column < result.Columns.Count; column++)
        {
            Separate(file, column);
            WriteField(file, Encoding.UTF8.GetBytes(result.Columns[column].Name));
        }

        file.WriteByte((byte)'\n');
        while (result.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                for (var column = 0; column < result.Columns.Count; column++)
                {
                    Separate(file, column);
                    WriteCell(file, chunk[column], row, result.Columns.Count == 1);
                }

                file.WriteByte((byte)'\n');
            }
        }
    }

    private static void Separate(FileStream file, int column)
    {
        if (column > 0)
        {
            file.WriteByte((byte)',');
        }
    }

    private static void WriteCell(FileStream file, DuckVector vector, int row, bool lone)
    {
        if (vector.IsNull(row))
        {
            // A lone empty field would be a blank line.
            file.Write(lone ? "\"\""u8 : []);
            return;
        }

        if (vector.Type.Kind == DuckTypeKind.Varchar)
        {
            WriteField(file, vector.Utf8(row));
        }
        else
        {
            file.Write(Encoding.ASCII.GetBytes(CellText.Of(vector, row)));
        }
    }

    private static void WriteField(FileStream file, ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny(NeedsQuotes))
        {
            file.Write(text);
            return;
        }

        file.WriteByte((byte)'"');
        foreach (var letter in text)
        {
            if (letter == (byte)'"')
            {
                file.WriteByte(letter);
            }

            file.WriteByte(letter);
        }

        file.WriteByte((byte)'"');
    }
}
