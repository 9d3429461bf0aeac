using Publish.Metadata;
using Publish.Policies;

namespace Publish.Portal.Tests;

/// <summary>A table of people by district and age, one of whose numbers is withheld.</summary>
internal static class Some
{
    public const string Csv =
        "district,age_band,count,pay_mean,status\n"
        + "Total,Total,120,10.5,\n"
        + "Norham,Total,70,11.0,\n"
        + "Norham,0-19,,,c\n"
        + "Norham,20+,60,11.2,\n"
        + "\"Sutton, <West>\",Total,50,9.9,\n"
        + "\"Sutton, <West>\",0-19,15,9.0,\n"
        + "\"Sutton, <West>\",20+,,,c\n"
        + "007,Total,,,c\n";

    private const string Yaml = """
        policy: 1
        agency: {agency}
        dataset: {dataset}
        title: "{title}"
        description: Things counted & "more" <than> one.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Team, email: team@agency.example }
          creator: Agency of {agency}
          updateFrequency: quarterly
          keyword: [things]
          theme: ["{theme}", "https://themes.example/roads"]
          spatial: [Northshire]
        agreement:
          id: A/1
          name: Agreement one
          status: active
          purpose: To test.
          gateway: { act: An Act 2020, section: "3" }
          lawfulBasis: 6(1)(e)
          controllers: [Some Agency]
          recipients: [public]
          discloses: { id: To count., district: For places., age: For ages., pay: For pay. }
          retention: P30D
          dpia: { reference: D-1, date: 2026-01-02, outcome: approved }
          starts: 2026-01-01
        respondent: id
        columns:
          id: { type: text, role: identifier, required: true }
          district: { type: text, role: key, required: true, title: District }
          age: { type: integer, role: key }
          pay: { type: decimal, decimals: 2, role: measure }
        hierarchies:
          age: { intervals: { age_band: [0, 20] } }
        releases:
          - name: people
            kind: table
            audience: public
            title: People
            by: { district: [district, all], age: [age_band, all] }
            measures: [count, { mean: pay, decimals: 1 }]
            threshold: 3
            publishThreshold: true
            chart: { kind: bar, by: district, split: age_band }

        """;

    public static Policy Policy(string agency, string dataset, string title = "Things counted", string theme = "Transport") =>
        PolicyReader.Read(
            Yaml.Replace("{agency}", agency, StringComparison.Ordinal).Replace("{dataset}", dataset, StringComparison.Ordinal).Replace("{title}", title, StringComparison.Ordinal).Replace("{theme}", theme, StringComparison.Ordinal),
            "some.yaml").Policy!;

    /// <summary>A name as long as names may be.</summary>
    public static string LongName(string beginning) => beginning + "-" + new string('x', 62 - beginning.Length);

    /// <summary>A policy of tables with many measures, each told of at length.</summary>
    public static Policy WidePolicy(string agency, string dataset, IReadOnlyList<string> releases, int columns)
    {
        var names = Measures(columns).ToArray();
        var yaml = Yaml[..Yaml.IndexOf("releases:\n", StringComparison.Ordinal)]
            .Replace("pay: For pay.", string.Join(", ", names.Select(name => $"{name}: For counting.").Append("pay: For pay.")), StringComparison.Ordinal)
            .Replace("hierarchies:", string.Concat(names.Select(name => $"  {name}: {{ type: decimal, decimals: 2, role: measure, title: Measured amount {name}, description: What was measured of it in the district over the whole of the quarter. }}\n")) + "hierarchies:", StringComparison.Ordinal)
            .Replace("{agency}", agency, StringComparison.Ordinal).Replace("{dataset}", dataset, StringComparison.Ordinal)
            .Replace("{title}", "Wide", StringComparison.Ordinal).Replace("{theme}", "Transport", StringComparison.Ordinal);
        var tables = string.Concat(releases.Select(name =>
            $"  - {{ name: {name}, kind: table, audience: public, title: The amounts of the districts and of everything that was measured in them over the quarter and the year as table {name}, by: {{ district: [district, all] }}, measures: [{string.Join(", ", names.Select(name => $"{{ sum: {name} }}").Prepend("count"))}], threshold: 3, chart: {{ kind: bar, by: district }} }}\n"));
        var reading = PolicyReader.Read(yaml + "releases:\n" + tables, "wide.yaml");
        return reading.Policy ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }

    public static CertifiedRelease WideRelease(string name, int columns, IReadOnlyList<CertifiedFile> files) => Release(files) with
    {
        Name = name,
        Keys = [new CertifiedKey("district", ["district"], Total: true)],
        Rules = [new CertifiedRule("minimum-frequency", $"Every number of {name} is of at least the threshold's distinct respondents, or is withheld with as many others as are needed.", 3)],
        Columns =
        [
            new CertifiedColumn("count", "count", "integer"), .. Measures(columns).Select(measure => new CertifiedColumn(measure + "_sum", "sum", "decimal", 2)),
            new CertifiedColumn("status", "status", "text"),
        ],
    };

    public static string WideCsv(int columns, int rows) =>
        string.Join(',', Measures(columns).Select(name => name + "_sum").Prepend("count").Prepend("district").Append("status")) + "\n"
        + string.Concat(Enumerable.Range(0, rows).Select(row =>
            (row == 0 ? "Total" : $"District {row}") + ",123456" + string.Concat(Enumerable.Repeat(",1234567.89", columns)) + ",\n"));

    private static IEnumerable<string> Measures(int columns) => Enumerable.Range(1, columns).Select(i => FormattableString.Invariant($"amount_{i:D3}"));

    public static Certificate Certificate(Policy policy, string edition, string version, IReadOnlyList<CertifiedFile> files) => new()
    {
        Agency = policy.Agency,
        Dataset = policy.Dataset,
        Title = policy.Title,
        Edition = edition,
        Version = version,
        Audience = "public",
        Agreement = "A/1",
        Licence = "OGL-UK-3.0",
        Protects = "respondents",
        Releases = [Release(files)],
    };

    public static CertifiedRelease Release(IReadOnlyList<CertifiedFile> files) => new()
    {
        Name = "people",
        Kind = "table",
        TotalMark = "Total",
        Files = files,
        Keys = [new CertifiedKey("district", ["district"], Total: true), new CertifiedKey("age", ["age_band"], Total: true)],
        Columns =
        [
            new CertifiedColumn("count", "count", "integer"), new CertifiedColumn("pay_mean", "mean", "decimal", 1),
            new CertifiedColumn("status", "status", "text"),
        ],
        Rules = [new CertifiedRule("minimum-frequency", "A guarantee.", 3)],
        Audit = ["solving"],
        Attested = ["The numbers are those of the upload."],
    };
}
