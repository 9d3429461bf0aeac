using System.Text;

namespace Publish.Portal.Samples;

/// <summary>
/// Reads rows of a published CSV file from its start, and no further than asked: a page shows the first rows of a file of
/// any size. The file was written and audited by Publish (RFC 4180, UTF-8, line feeds); an upload is read by the strict
/// reader, which goes through to the end.
/// </summary>
internal static class CsvRows
{
    /// <summary>Reads rows, the header first.</summary>
    /// <param name="csv">The file.</param>
    /// <returns>The cells of each row.</returns>
    /// <exception cref="InvalidDataException">The file ends within quotes.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(Stream csv)
    {
        using var reader = new StreamReader(csv, new UTF8Encoding(false, throwOnInvalidBytes: true), false, 1 << 14, leaveOpen: true);
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var letter = reader.Read(); letter >= 0; letter = reader.Read())
        {
            if (letter == '"')
            {
                if (quoted && reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && letter is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (letter == '\n')
                {
                    yield return row;
                    row = new List<string>(row.Count);
                }
            }
            else
            {
                cell.Append((char)letter);
            }
        }

        if (quoted)
        {
            throw new InvalidDataException("A published CSV file ends within quotes.");
        }
    }
}
