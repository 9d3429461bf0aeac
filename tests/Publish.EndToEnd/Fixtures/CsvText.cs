using System.Text;

namespace Publish.EndToEnd.Fixtures;

/// <summary>Reads CSV one character at a time (RFC 4180): slow, and nothing in common with the product's reader.</summary>
internal static class CsvText
{
    public static string[][] Parse(string text, char delimiter = ',')
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(c);
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"')
            {
                isQuoted = true;
            }
            else if (c == delimiter || c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        return [.. rows];
    }

    /// <summary>The rows of a file of counts, each as often as its count says, without the column of counts.</summary>
    public static string Expand(string path, string count)
    {
        var rows = Parse(File.ReadAllText(path));
        var at = Array.IndexOf(rows[0], count);
        var lines = rows.Skip(1).SelectMany(row => Enumerable.Repeat(Line(row, at), int.Parse(row[at], System.Globalization.CultureInfo.InvariantCulture)));
        return string.Join('\n', lines.Prepend(Line(rows[0], at))) + "\n";
    }

    private static string Line(string[] row, int without) => string.Join(',', row.Where((_, i) => i != without));
}
