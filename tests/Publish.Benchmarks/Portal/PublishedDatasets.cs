using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Policies;

namespace Publish.Benchmarks.Portal;

/// <summary>
/// Writes a public folder with many published datasets: real metadata of every version, and the newest version's
/// certificate and CSV. Those are all the files that the portal reads.
/// </summary>
/// <param name="root">The folder of the audience.</param>
internal sealed class PublishedDatasets(string root)
{
    private const int Agencies = 100;
    private const int Rows = 300;
    private static readonly DateTimeOffset First = new(2020, 1, 15, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Writes the datasets.</summary>
    /// <param name="datasets">How many.</param>
    /// <param name="versions">The versions of each, an edition a quarter.</param>
    public void Write(int datasets, int versions) => Parallel.For(0, datasets, i =>
    {
        var policy = PolicyReader.Read(Yaml(i), "benchmark.yaml").Policy!;
        var history = new DatasetHistory(policy.Agency, policy.Dataset, [.. Enumerable.Range(0, versions).Reverse().Select(Entry)]);
        foreach (var entry in history.Versions)
        {
            WriteVersion(policy, entry, isNewest: entry == history.Versions[0]);
        }

        Write(policy, DatasetHistory.FileName, MetadataJson.Write(history));
    });

    /// <summary>Publishes one more edition of one dataset.</summary>
    /// <param name="dataset">Which.</param>
    /// <param name="versions">How many it had.</param>
    public void Add(int dataset, int versions)
    {
        var policy = PolicyReader.Read(Yaml(dataset), "benchmark.yaml").Policy!;
        WriteVersion(policy, Entry(versions), isNewest: true);
        Write(policy, DatasetHistory.FileName, MetadataJson.Write(new DatasetHistory(
            policy.Agency, policy.Dataset, [.. Enumerable.Range(0, versions + 1).Reverse().Select(Entry)])));
    }

    /// <summary>Corrects the newest edition of one dataset, a minute after all were published.</summary>
    /// <param name="dataset">Which.</param>
    /// <param name="versions">How many it had.</param>
    public void Correct(int dataset, int versions)
    {
        var policy = PolicyReader.Read(Yaml(dataset), "benchmark.yaml").Policy!;
        HistoryEntry[] entries = [.. Enumerable.Range(0, versions).Reverse().Select(Entry)];
        var correction = entries[0] with { Version = "v1.0.1", Published = entries[0].Published.AddMinutes(1), Supersedes = "v1.0.0", Reason = "A district was counted twice." };
        WriteVersion(policy, correction, isNewest: true);
        Write(policy, DatasetHistory.FileName, MetadataJson.Write(new DatasetHistory(
            policy.Agency, policy.Dataset, [correction, entries[0] with { State = VersionState.Superseded }, .. entries[1..]])));
    }

    private void WriteVersion(Policy policy, HistoryEntry entry, bool isNewest)
    {
        var csv = Csv(entry);
        var certificate = Certificate(policy, entry, csv);
        foreach (var (name, content) in MetadataFiles.Of(certificate, policy).Where(file => file.Name == "datapackage.json"))
        {
            Write(policy, entry.Folder + name, content);
        }

        if (isNewest)
        {
            Write(policy, entry.Folder + "certificate.json", CertificateJson.Write(certificate));
            Write(policy, entry.Folder + "people.csv", csv);
        }
    }

    private void Write(Policy policy, string path, byte[] content)
    {
        var file = Path.Combine(root, "data", policy.Agency, policy.Dataset, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    private static HistoryEntry Entry(int version)
    {
        var moment = First.AddMonths(3 * version);
        return new HistoryEntry(
            string.Create(CultureInfo.InvariantCulture, $"{moment.Year}-Q{((moment.Month - 1) / 3) + 1}"), "v1.0.0", moment, VersionState.Published);
    }

    private static byte[] Csv(HistoryEntry entry)
    {
        var text = new StringBuilder("district,age_band,count,pay_mean,status\nTotal,Total,9000,10.5,\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"District {i / 5},{(i % 5 == 0 ? "Total" : $"Band {i % 5}")},{(i % 7 == 3 ? "" : i + entry.Published.Year)},{(i % 7 == 3 ? "" : "9.5")},{(i % 7 == 3 ? "c" : "")}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Certificate Certificate(Policy policy, HistoryEntry entry, byte[] csv) => new()
    {
        Agency = policy.Agency,
        Dataset = policy.Dataset,
        Title = policy.Title,
        Edition = entry.Edition,
        Version = entry.Version,
        Audience = "public",
        Agreement = policy.Agreement!.Id,
        Licence = policy.Catalogue.Licence,
        Protects = "rows",
        Releases =
        [
            new CertifiedRelease
            {
                Name = "people",
                Kind = "table",
                TotalMark = "Total",
                Files =
                [
                    new CertifiedFile("people.csv", "text/csv", csv.LongLength, Convert.ToHexStringLower(SHA256.HashData(csv))),
                    new CertifiedFile("people.parquet", "application/vnd.apache.parquet", 4321, new string('0', 64)),
                ],
                Keys = [new CertifiedKey("district", ["district"], Total: true), new CertifiedKey("age", ["age_band"], Total: true)],
                Columns =
                [
                    new CertifiedColumn("count", "count", "integer"), new CertifiedColumn("pay_mean", "mean", "decimal", 1),
                    new CertifiedColumn("status", "status", "text"),
                ],
                Rules = [new CertifiedRule("minimum-frequency", "Every number is of at least the threshold's distinct respondents, or is withheld.", 3)],
                Audit = ["solving"],
                Attested = ["The numbers are those of the upload."],
            },
        ],
    };

    private static string Yaml(int dataset) => string.Create(CultureInfo.InvariantCulture, $$"""
        policy: 1
        agency: agency-{{dataset % Agencies}}
        dataset: dataset-{{dataset}}
        title: {{(char)('A' + (dataset % 26))}} dataset of things counted, number {{dataset}}
        description: Things that somebody counted, by district and age, a quarter at a time, so that everybody can see how many there are.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Team, email: team@agency.example }
          creator: Agency number {{dataset % Agencies}}
          updateFrequency: quarterly
          keyword: [things, counting, quarter]
          theme: [Theme {{dataset % 20}}]
          spatial: [Northshire]
        agreement:
          id: A-{{dataset % 3}}
          name: Agreement {{dataset % 3}}
          status: active
          purpose: To measure.
          lawfulBasis: 6(1)(e)
          controllers: [Some Agency]
          recipients: [public]
          discloses: { district: For places., age: For ages., pay: For pay. }
          retention: P30D
          dpia: { reference: D-1, date: 2020-01-02, outcome: approved }
          starts: 2020-01-01
        respondent: row
        columns:
          district: { type: text, role: key, required: true }
          age: { type: integer, role: key }
          pay: { type: decimal, decimals: 2, role: measure }
        hierarchies:
          age: { intervals: { age_band: [0, 20, 40, 60, 80] } }
        releases:
          - name: people
            kind: table
            audience: public
            title: People
            by: { district: [district, all], age: [age_band, all] }
            measures: [count, { mean: pay, decimals: 1 }]
            threshold: 3
            publishThreshold: true
            chart: { kind: bar, by: district }

        """);
}
