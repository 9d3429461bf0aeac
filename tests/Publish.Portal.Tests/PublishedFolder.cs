using System.Security.Cryptography;
using System.Text;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Metadata.Packages;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Portal.Tests;

/// <summary>A public place with versions that were published: real metadata, small tables.</summary>
internal sealed class PublishedFolder : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("publish-portal-").FullName;

    public PublishedFolder() => Place = new FolderPlace(Root, Path.Combine(_folder, "locks"));

    public string Root => Path.Combine(_folder, "public");

    public FolderPlace Place { get; set; }

    public SiteSettings Settings { get; set; } = new() { Address = new Uri("https://open.example/"), Title = "Open data", Publisher = "Some site" };

    public Task<SiteReport> BuildAsync() => new SiteBuilder(Place, Settings) { Threads = 2 }.BuildAsync(CancellationToken.None);

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>The files of the site, without the data.</summary>
    public SortedDictionary<string, string> SiteFiles() => new(
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("data/", StringComparison.Ordinal))
            .ToDictionary(path => path, Read),
        StringComparer.Ordinal);

    /// <summary>Publishes a version as a release does: files, then the history.</summary>
    public void Publish(
        string agency, string dataset, string edition, string version = "v1.0.0", int day = 0, string csv = Some.Csv, string? reason = null, string title = "Things counted", string theme = "Transport", Func<Policy, Policy>? change = null)
    {
        var policy = Some.Policy(agency, dataset, title, theme);
        policy = change?.Invoke(policy) ?? policy;
        var folder = Directory.CreateDirectory(Path.Combine(Root, "data", agency, dataset, edition, version)).FullName;
        CertifiedFile File(string name, string mediaType, byte[] content)
        {
            System.IO.File.WriteAllBytes(Path.Combine(folder, name), content);
            return new CertifiedFile(name, mediaType, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        var certificate = Some.Certificate(policy, edition, version, [File("people.csv", "text/csv", Encoding.UTF8.GetBytes(csv)), File("people.parquet", "application/vnd.apache.parquet", [1, 2])]);
        var files = MetadataFiles.Of(certificate, policy).Select(file => File(file.Name, "application/json", file.Content)).ToArray();
        File("certificate.json", "application/json", CertificateJson.Write(certificate with { Files = files }));
        System.IO.File.WriteAllBytes(Path.Combine(folder, DigestList.FileName), DigestList.Write(Directory.EnumerateFiles(folder).ToDictionary(
            file => Path.GetFileName(file), file => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(file))))));
        Change(agency, dataset, history => history with
        {
            Versions =
            [
                new HistoryEntry(edition, version, Start.AddDays(day), VersionState.Published)
                {
                    Supersedes = history.Versions.FirstOrDefault(entry => entry.Edition == edition)?.Version,
                    Reason = reason,
                },
                .. history.Versions.Select(entry => entry.Edition == edition ? entry with { State = VersionState.Superseded } : entry),
            ],
        });
    }

    /// <summary>Publishes editions of many tables, each of many columns.</summary>
    public void PublishWide(string agency, string dataset, IReadOnlyList<string> releases, int columns, int rows, int editions = 1)
    {
        var policy = Some.WidePolicy(agency, dataset, releases, columns);
        var csv = Encoding.UTF8.GetBytes(Some.WideCsv(columns, rows));
        var entries = Enumerable.Range(0, editions).Select(i => new HistoryEntry(
            FormattableString.Invariant($"{2026 - (i / 12)}-{12 - (i % 12):D2}"), "v1.0.0", Start.AddDays(editions - i), VersionState.Published)).ToArray();
        foreach (var entry in entries)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Root, "data", agency, dataset, entry.Edition, entry.Version)).FullName;
            CertifiedFile Table(string name)
            {
                File.WriteAllBytes(Path.Combine(folder, name), csv);
                return new CertifiedFile(name, name.EndsWith("csv", StringComparison.Ordinal) ? "text/csv" : "application/vnd.apache.parquet", csv.LongLength, Convert.ToHexStringLower(SHA256.HashData(csv)));
            }

            var certificate = Some.Certificate(policy, entry.Edition, entry.Version, []) with
            {
                Releases = [.. policy.Releases.Select(release => Some.WideRelease(release.Name, columns, [Table(release.Name + ".csv"), Table(release.Name + ".parquet")]))],
            };
            foreach (var (name, content) in MetadataFiles.Of(certificate, policy))
            {
                File.WriteAllBytes(Path.Combine(folder, name), content);
            }

            File.WriteAllBytes(Path.Combine(folder, "certificate.json"), CertificateJson.Write(certificate));
            File.WriteAllBytes(Path.Combine(folder, DigestList.FileName), DigestList.Write(new Dictionary<string, string>()));
        }

        Change(agency, dataset, history => history with { Versions = entries });
    }

    /// <summary>Takes a version back. Where it was the last, the history keeps what it was called.</summary>
    public void Withdraw(string agency, string dataset, string edition, string reason, int day)
    {
        var package = MetadataJson.Read<DataPackage>(File.ReadAllBytes(Path.Combine(Root, "data", agency, dataset, edition, "v1.0.0", DataPackage.FileName)));
        var about = package with { Resources = [], Publish = package.Publish with { Releases = [] } };
        Directory.Delete(Path.Combine(Root, "data", agency, dataset, edition), recursive: true);
        Change(agency, dataset, history => history with
        {
            About = history.Versions.All(entry => entry.Edition == edition || entry.State == VersionState.Withdrawn) ? about : null,
            Versions = [.. history.Versions.Select(entry => entry.Edition == edition
                ? entry with { State = VersionState.Withdrawn, WithdrawalReason = reason, Withdrawn = Start.AddDays(day) }
                : entry)],
        });
    }

    /// <summary>Leaves out of a history what it kept of a dataset that is withdrawn whole.</summary>
    public void Forget(string agency, string dataset) => Change(agency, dataset, history => history with { About = null });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Change(string agency, string dataset, Func<DatasetHistory, DatasetHistory> change)
    {
        var path = Path.Combine(Root, "data", agency, dataset, DatasetHistory.FileName);
        var before = File.Exists(path) ? MetadataJson.Read<DatasetHistory>(File.ReadAllBytes(path)) : new DatasetHistory(agency, dataset, []);
        var history = change(before);
        File.WriteAllBytes(path, MetadataJson.Write(history));
        PublishedPointers.Write(Path.GetDirectoryName(path)!, history);
    }
}
