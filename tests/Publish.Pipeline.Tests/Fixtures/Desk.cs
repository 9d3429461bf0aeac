using System.Text;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>An agency's desk: a temporary folder with uploads, policies, private storage and a place for each audience.</summary>
internal sealed class Desk : IDisposable
{
    public Desk()
    {
        Root = Directory.CreateTempSubdirectory("publish-tests-").FullName;
        Inbox = Directory.CreateDirectory(Path.Combine(Root, "inbox")).FullName;
        PublicRoot = RootOf("public");
        PrivateRoot = Path.Combine(Root, "private");
        Public = new FolderPlace(PublicRoot, Path.Combine(Root, "locks"));
        Private = new FolderPlace(PrivateRoot, Path.Combine(Root, "locks"));
        PlaceOf = audience => audience == "public" ? Public : new FolderPlace(RootOf(audience), Path.Combine(Root, "locks"));
    }

    public string Root { get; }

    public string Inbox { get; }

    public string PublicRoot { get; }

    public string PrivateRoot { get; }

    public IPublicPlace Public { get; set; }

    public IPrivatePlace Private { get; set; }

    public Func<string, IPublicPlace> PlaceOf { get; set; }

    public FixedTime Time { get; } = new();

    public RecordingObserver Observer { get; } = new();

    public RunSettings Settings { get; set; } = new() { Threads = 1, TemporaryFolder = "" };

    /// <summary>The secret keys of the runs.</summary>
    public RunSecrets Secrets { get; set; } = RunSecrets.None;

    /// <summary>The folder the runs use while they run.</summary>
    public string Temporary => Path.Combine(Root, "run");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Inbox, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Task<Receipt> RunAsync(PolicyText policy, string csv, string edition = "2026-10", bool check = false) =>
        RunAsync(policy, Encoding.UTF8.GetBytes(csv), edition, check);

    public Task<Receipt> RunAsync(PolicyText policy, byte[] upload, string edition = "2026-10", bool check = false) =>
        RunFileAsync(Write("policy.yaml", policy.ToString()), Write("upload.csv", upload), edition, check);

    public Task<Receipt> CorrectAsync(PolicyText policy, string csv, string reason, string edition = "2026-10") =>
        RunFileAsync(Write("policy.yaml", policy.ToString()), Write("upload.csv", csv), edition, corrects: reason);

    public Task<Receipt> RunFileAsync(string policy, string upload, string edition = "2026-10", bool check = false, string? corrects = null) =>
        new PublicationRun(Settings with { TemporaryFolder = Temporary }, Time, Observer).RunAsync(
            new RunRequest
            {
                Upload = new LocalUpload(upload),
                PolicyPath = policy,
                Edition = edition,
                CorrectionReason = corrects,
                Secrets = Secrets,
                Private = check ? null : Private,
                PlaceOf = check ? null : PlaceOf,
            },
            CancellationToken.None);

    public string RootOf(string audience) => Path.Combine(Root, audience);

    public string VersionFolder(string edition = "2026-10", string audience = "public") =>
        Path.Combine(RootOf(audience), "data", "some-agency", "some-things", edition, "v1.0.0");

    public string Published(string file, string edition = "2026-10", string audience = "public") =>
        File.ReadAllText(Path.Combine(VersionFolder(edition, audience), file));

    public NaiveCsv Table(string release, string edition = "2026-10", string audience = "public") =>
        NaiveCsv.Read(Published(release + ".csv", edition, audience));

    /// <summary>Every file below the public root, by its path there.</summary>
    public SortedDictionary<string, byte[]> PublicFiles() => FilesBelow(PublicRoot);

    /// <summary>Every file below an audience's root; none where there is no root.</summary>
    public SortedDictionary<string, byte[]> FilesOf(string audience) => Directory.Exists(RootOf(audience)) ? FilesBelow(RootOf(audience)) : [];

    public static SortedDictionary<string, byte[]> FilesBelow(string root) => new(
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllBytes),
        StringComparer.Ordinal);

    public VersionVerification Verify(string audience = "public") => Assert.Single(FolderVerification.Run(
        VersionFolder(audience: audience), Settings with { TemporaryFolder = Path.Combine(Root, "verify") }, CancellationToken.None));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
