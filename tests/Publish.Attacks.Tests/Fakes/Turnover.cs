using System.Globalization;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>The tables of the turnover survey, with any of their cells hidden.</summary>
internal static class Turnover
{
    public const string Dataset = "rtauargus-turnover";

    public static List<Dictionary<string, string>> Cells(string table) => CsvLines.Read(Dataset, $"turnover_{table}.csv");

    public static string Name(Dictionary<string, string> cell) => string.Join('|', cell.Values.Take(2));

    public static bool IsPrimary(Dictionary<string, string> row)
    {
        var respondents = int.Parse(row["N_OBS"], CultureInfo.InvariantCulture);
        return respondents is > 0 and < 3 || Scaled(row["MAX"]) * 100 > Scaled(row["TOT"]) * 85;
    }

    public static Int128 Scaled(string number) => (Int128)(decimal.Parse(number, CultureInfo.InvariantCulture) * 10000);

    public static PublishedTable Publish(List<Dictionary<string, string>> cells, IEnumerable<Dictionary<string, string>> suppressed)
    {
        var hidden = suppressed.ToHashSet();
        var first = cells[0].ContainsKey("ACTIVITY") ? "ACTIVITY" : "NUTS";
        var second = cells[0].ContainsKey("SIZE") ? "SIZE" : "CJ";
        return new PublishedTableBuilder(first + "-" + second)
            .Key(first, [.. Columns(first, cells.ConvertAll(row => row[first]))])
            .Key(second, (second, cells.ConvertAll(row => row[second])))
            .Measure(new PublishedMeasure(
                "N_OBS", MeasureKind.Count, cells.ConvertAll(row => hidden.Contains(row) ? (Int128?)null : Int128.Parse(row["N_OBS"], CultureInfo.InvariantCulture))))
            .Measure(new PublishedMeasure(
                "TOT", MeasureKind.Sum, cells.ConvertAll(row => hidden.Contains(row) ? (Int128?)null : Scaled(row["TOT"])), scale: 4, isNonNegative: true))
            .Build(cells.ConvertAll(row => hidden.Contains(row) ? "c" : ""));
    }

    private static List<(string, IReadOnlyList<string>)> Columns(string key, List<string> codes)
    {
        var file = key == "ACTIVITY" ? "activity_corr_table.csv" : "nuts23_fr_corr_table.csv";
        var hierarchy = CsvLines.Read(Dataset, file);
        var levels = hierarchy[0].Keys.ToList();
        var paths = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Total"] = [.. levels.Select(_ => "Total")] };
        foreach (var row in hierarchy)
        {
            for (var depth = 0; depth < levels.Count; depth++)
            {
                paths.TryAdd(row[levels[depth]], [.. levels.Select((level, i) => i <= depth ? row[level] : "Total")]);
            }
        }

        return [.. levels.Select((level, i) => (level, (IReadOnlyList<string>)codes.ConvertAll(code => paths[code][i])))];
    }
}
