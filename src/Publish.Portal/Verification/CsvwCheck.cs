using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Publish.Portal.Samples;

namespace Publish.Portal.Verification;

/// <summary>
/// Validates a CSV file by the CSVW metadata beside it (Metadata Vocabulary for Tabular Data; Model for Tabular Data,
/// section 6.4 on parsing cells): labels, required cells, datatypes, primary key. Of the datatypes those are known that
/// Publish writes.
/// </summary>
internal static partial class CsvwCheck
{
    /// <summary>Checks a description and the file it is of.</summary>
    /// <param name="file">The description's path.</param>
    /// <returns>The rules that are broken.</returns>
    public static IEnumerable<string> Run(string file)
    {
        var description = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        string[] broken = [.. CsvwDescription.Run(description).Distinct(StringComparer.Ordinal)];
        foreach (var rule in broken)
        {
            yield return rule;
        }

        if (broken.Length > 0)
        {
            // A file cannot be held to a description that does not hold itself.
            yield break;
        }

        var url = description["url"]?.GetValue<string>() ?? "";
        var path = Path.Combine(Path.GetDirectoryName(file)!, url);
        JsonObject[] columns =
        [
            .. ((description["tableSchema"] as JsonObject)?["columns"] as JsonArray)?.OfType<JsonObject>()
                .Where(column => column["virtual"]?.GetValue<bool>() != true) ?? [],
        ];
        if (url.Length == 0 || Path.GetFileName(url) != url || !File.Exists(path) || columns.Length == 0)
        {
            yield return "A table has a url that leads to a file, and columns.";
            yield break;
        }

        string[] key = [.. description["tableSchema"]!["primaryKey"]?.AsArray().Select(name => name!.GetValue<string>()) ?? []];
        string[] names = [.. columns.Select(column => column["name"]!.GetValue<string>())];
        int[] keyColumns = [.. key.Select(name => Array.IndexOf(names, name))];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length || keyColumns.Contains(-1))
        {
            yield return "Columns have names of their own, and the primary key is of them.";
            yield break;
        }

        using var csv = File.OpenRead(path);
        foreach (var rule in Rows(CsvRows.Read(csv), columns, keyColumns).Distinct(StringComparer.Ordinal))
        {
            yield return rule;
        }
    }

    private static IEnumerable<string> Rows(IEnumerable<IReadOnlyList<string>> rows, JsonObject[] columns, int[] key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isHeader = true;
        foreach (var row in rows)
        {
            if (row.Count != columns.Length)
            {
                yield return "Every row has a cell a column.";
                yield break;
            }

            if (isHeader)
            {
                isHeader = false;
                if (!row.SequenceEqual(columns.Select(column => column["titles"]?.GetValue<string>())))
                {
                    yield return "The labels of the header are the columns' titles.";
                }

                continue;
            }

            for (var i = 0; i < row.Count; i++)
            {
                if (Cell(row[i], columns[i]) is { } rule)
                {
                    yield return $"{rule} (column {columns[i]["titles"]})";
                }
            }

            if (key.Length > 0 && !seen.Add(string.Join('\u001F', key.Select(column => row[column]))))
            {
                yield return "No two rows have the same primary key.";
            }
        }
    }

    private static string? Cell(string text, JsonObject column)
    {
        if (text == (column["null"]?.GetValue<string>() ?? ""))
        {
            return column["required"]?.GetValue<bool>() == true ? "A required cell has a value." : null;
        }

        return IsOf(column["datatype"]?.GetValue<string>() ?? "string", text) ? null : "A cell's text is one of its datatype.";
    }

    private static bool IsOf(string datatype, string text) => datatype switch
    {
        "string" => true,
        "long" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "integer" => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "decimal" => Decimal().IsMatch(text),
        "boolean" => text is "true" or "false" or "1" or "0",
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "datetime" => DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };

    // XML Schema Part 2, section 3.2.3: no exponent, no infinity, no grouping.
    [GeneratedRegex(@"\A[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
