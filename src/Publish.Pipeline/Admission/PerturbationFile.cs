using System.Globalization;
using System.Text;
using Publish.Codes;
using Publish.Disclosure.Perturbation;

namespace Publish.Pipeline.Admission;

/// <summary>
/// Reads the CSV file of a perturbation table, in either of two layouts: that of the R package ptable (count <c>i</c>, noise
/// <c>v</c>, interval <c>lb</c>, <c>ub</c>; others are not looked at), or that of ONS's cell-key-perturbation (count
/// <c>pcv</c>, <c>ckey</c> from 0, <c>pvalue</c>; as many keys for each count).
/// </summary>
internal static class PerturbationFile
{
    private static readonly string[] Intervals = ["i", "v", "lb", "ub"];
    private static readonly string[] Keys = ["pcv", "ckey", "pvalue"];

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="bytes">Its bytes: UTF-8, commas, plain numbers.</param>
    /// <returns>The lines, by count and interval.</returns>
    /// <exception cref="StopException">The file has neither layout, or a cell is no number. A cell's text is not told.</exception>
    public static IReadOnlyList<PerturbationRow> Read(string file, byte[] bytes)
    {
        string[] lines = [.. Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r'))];
        var header = Cells(lines[0]);
        int[] places = [.. (header.Contains("pcv") ? Keys : Intervals).Select(name => Array.IndexOf(header, name))];
        if (places.Contains(-1))
        {
            throw Refused(file, 1, "The header has neither i, v, lb, ub nor pcv, ckey, pvalue.");
        }

        var rows = new List<decimal[]>();
        for (var line = 1; line < lines.Length; line++)
        {
            if (lines[line].Length > 0)
            {
                rows.Add(Numbers(Cells(lines[line]), places, header.Length) ?? throw Refused(file, line + 1, "A cell is not a number, or cells are missing."));
            }
        }

        return [.. (places.Length == Keys.Length ? OfKeys(rows) : rows.Select(row => new PerturbationRow((int)row[0], row[1], row[2], row[3])))
            .OrderBy(row => row.Count).ThenBy(row => row.UpTo)];
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(cell => cell.Trim().Trim('"'))];

    private static decimal[]? Numbers(string[] cells, int[] places, int columns)
    {
        var numbers = new decimal[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            if (cells.Length != columns
                || !decimal.TryParse(cells[places[i]], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers[0] == decimal.Truncate(numbers[0]) && Math.Abs(numbers[0]) <= int.MaxValue ? numbers : null;
    }

    // A key of 0 to n − 1 is the interval from key / n to (key + 1) / n.
    private static IEnumerable<PerturbationRow> OfKeys(List<decimal[]> rows)
    {
        var keys = rows.Count == 0 ? 1 : rows.Max(row => row[1]) + 1;
        return rows.Select(row => new PerturbationRow((int)row[0], row[2], row[1] / keys, (row[1] + 1) / keys));
    }

    private static StopException Refused(string file, int line, string detail) =>
        new(Verdict.Rejected, [new Finding(AdmissionCodes.PerturbationFile, string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}"), detail)]);
}
