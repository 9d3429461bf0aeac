using System.Globalization;
using System.Text;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>A small dataset that several tests share: 64 people in two regions of two districts each.</summary>
internal static class Some
{
    public const string Districts = "district,region\nNorham,North\nNorton,North\nSutham,South\nSutton,South\n";

    public const string Table =
        "{name: people, kind: table, audience: public, by: {district: [district, region, all], sex: [sex, all]}, measures: [count, {sum: pay}, {mean: pay, decimals: 1}], threshold: 3}";

    public static PolicyText Policy { get; } = new()
    {
        Columns =
        [
            ("id", "{type: text, role: identifier, required: true}"),
            ("district", "{type: text, role: key, required: true}"),
            ("sex", "{type: text, role: key, required: true}"),
            ("pay", "{type: decimal, role: measure, decimals: 2, required: true}"),
            ("note", "{type: text, role: drop}"),
        ],
        Hierarchies = [("district", "{levels: {file: districts.csv, names: [region]}}")],
        Releases = [Table],
    };

    /// <summary>Rows in which (Norham, x) has two people, so that it is hidden and others with it.</summary>
    public static IReadOnlyList<string[]> Rows { get; } = MakeRows();

    public static string Csv { get; } = CsvOf(["id", "district", "sex", "pay", "note"], Rows);

    public static PolicyText RecordsPolicy { get; } = new()
    {
        Columns =
        [
            ("district", "{type: text, role: key, required: true}"),
            ("age", "{type: integer, role: key, required: true, min: 0, max: 120}"),
            ("illness", "{type: text, role: sensitive, required: true}"),
        ],
        Hierarchies =
        [
            ("district", "{levels: {file: districts.csv, names: [region]}}"),
            ("age", "{intervals: {age_band: [0, 20, 40, 60], age_group: [0, 40]}}"),
        ],
        Releases = ["{name: patients, kind: records, audience: public, columns: [district, age, illness], k: 3, diversity: {column: illness, kind: distinct, l: 2}, suppressionLimit: 20%}"],
    };

    public static string RecordsCsv(int seed = 1, int rows = 60)
    {
        var random = new Random(seed);
        string[] districts = ["Norham", "Norton", "Sutham", "Sutton"];
        string[] illnesses = ["flu", "cold", "asthma"];
        return CsvOf(
            ["district", "age", "illness"],
            [.. Enumerable.Range(0, rows).Select(i => new[]
            {
                districts[random.Next(4)],
                random.Next(1, 80).ToString(CultureInfo.InvariantCulture),
                illnesses[random.Next(3)],
            })]);
    }

    public static Desk Desk()
    {
        var desk = new Desk();
        desk.Write("districts.csv", Districts);
        return desk;
    }

    public static string CsvOf(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, string delimiter = ",", string end = "\n")
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(delimiter, row).Append(end);
        }

        return text.ToString();
    }

    private static List<string[]> MakeRows()
    {
        var rows = new List<string[]>();
        Add("Norham", "x", 2);
        Add("Norham", "y", 9);
        Add("Norton", "x", 7);
        Add("Norton", "y", 11);
        Add("Sutham", "x", 8);
        Add("Sutham", "y", 6);
        Add("Sutton", "x", 12);
        Add("Sutton", "y", 9);
        return rows;

        void Add(string district, string sex, int people)
        {
            for (var i = 0; i < people; i++)
            {
                var n = rows.Count;
                rows.Add([
                    FormattableString.Invariant($"P{n:D3}"),
                    district,
                    sex,
                    FormattableString.Invariant($"{1000 + (n * 7)}.{n % 100:D2}"),
                    "note " + FormattableString.Invariant($"{n}"),
                ]);
            }
        }
    }
}
