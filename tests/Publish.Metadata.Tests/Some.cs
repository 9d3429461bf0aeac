using Publish.Metadata.Packages;
using Publish.Policies;

namespace Publish.Metadata.Tests;

/// <summary>A policy and a certificate that several tests share.</summary>
internal static class Some
{
    private const string Yaml = """
        policy: 1
        agency: some-agency
        dataset: some-things
        title: Some "things" & more
        description: Things counted.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Team, email: team@agency.example }
          creator: Some Agency
          updateFrequency: quarterly
          keyword: [things]
          theme: [Transport]
          spatial: [Northshire]
        agreement:
          id: A-1
          name: Agreement
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
          district: { type: text, role: key, required: true, title: District, description: Where it was. }
          age: { type: integer, role: key }
          pay: { type: decimal, decimals: 2, role: measure, title: Weekly pay }
        hierarchies:
          age: { intervals: { age_band: [0, 20, 40] } }
        releases:
          - name: people
            kind: table
            audience: public
            title: People
            by: { district: [district, all], age: [age_band, all] }
            measures: [count, { mean: pay, decimals: 1 }]
            threshold: 3
            chart: { kind: bar, by: age_band, split: district }

        """;

    public static Policy Policy { get; } = PolicyReader.Read(Yaml, "some.yaml").Policy!;

    public static Certificate Certificate { get; } = new()
    {
        Agency = "some-agency",
        Dataset = "some-things",
        Title = Policy.Title,
        Edition = "2026-Q3",
        Version = "v1.0.0",
        Audience = "public",
        Agreement = "A-1",
        Licence = "OGL-UK-3.0",
        Protects = "respondents",
        Releases =
        [
            new CertifiedRelease
            {
                Name = "people",
                Kind = "table",
                TotalMark = "Total",
                Files =
                [
                    new CertifiedFile("people.csv", "text/csv", 1234, new string('a', 64)),
                    new CertifiedFile("people.parquet", "application/vnd.apache.parquet", 567, new string('b', 64)),
                ],
                Keys = [new CertifiedKey("district", ["district"], Total: true), new CertifiedKey("age", ["age_band"], Total: true)],
                Columns =
                [
                    new CertifiedColumn("count", "count", "integer"), new CertifiedColumn("pay_mean", "mean", "decimal", 1),
                    new CertifiedColumn("status", "status", "text"),
                ],
                Rules = [new CertifiedRule("minimum-frequency", "A guarantee.")],
                Audit = ["solving"],
                Attested = [],
            },
        ],
    };

    public static DataPackage Package(Certificate? certificate = null) =>
        MetadataJson.Read<DataPackage>(File(DataPackage.FileName, certificate));

    public static byte[] File(string name, Certificate? certificate = null) =>
        MetadataFiles.Of(certificate ?? Certificate, Policy).Single(file => file.Name == name).Content;
}
