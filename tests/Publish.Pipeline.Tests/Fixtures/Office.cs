using System.Text;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>An office that runs operations on folders: private storage, a place for each audience, a clock to set.</summary>
internal sealed class Office : IDisposable
{
    public const string Upload = "uploads/some-agency/some-things/2026-10/people.csv";
    public static readonly UploadSelection Edition = new("some-agency", "some-things", "2026-10");

    public Office()
    {
        Root = Directory.CreateTempSubdirectory("publish-office-").FullName;
        Private = new FolderPlace(Path.Combine(Root, "private"), Locks);
    }

    public string Root { get; }

    public FolderPlace Private { get; }

    public FixedTime Time { get; } = new();

    public WorkerSettings Settings => new() { TemporaryFolder = Temporary, Threads = 1 };

    public string Temporary => Path.Combine(Root, "temporary");

    private string Locks => Path.Combine(Root, "locks");

    public FolderPlace PlaceOf(string audience) => new(Path.Combine(Root, audience), Locks);

    public OperationContext Context(Trouble? trouble = null, WorkerSettings? settings = null) => new(
        trouble is null ? Private : new TroubledPlace(Private, trouble),
        audience => trouble is null ? PlaceOf(audience) : new TroubledPlace(PlaceOf(audience), trouble),
        settings ?? Settings,
        Time,
        new RecordingObserver());

    public async Task<Office> WithPolicyAsync(PolicyText policy)
    {
        await PutAsync("policies/some-agency/some-things.yaml", policy.ToString());
        await PutAsync("policies/some-agency/districts.csv", Some.Districts);
        return this;
    }

    public Task<bool> PutAsync(string name, string content, string? uploader = null, string? corrects = null) =>
        PutAsync(name, Encoding.UTF8.GetBytes(content), uploader, corrects);

    public Task<bool> PutAsync(string name, byte[] content, string? uploader = null, string? corrects = null) =>
        Private.TryWriteAsync(new BlobName(name), content, BlobWrite.Any with { Metadata = new UploadNote(uploader, corrects).Metadata }, default);

    public Task<UploadRecord?> OnUploadAsync(string name = Upload, Trouble? trouble = null) =>
        new OnUpload(Context(trouble)).RunAsync(name, default);

    public Task<SweepReport> SweepAsync(Trouble? trouble = null) => new Sweep(Context(trouble)).RunAsync(default);

    public async Task<IReadOnlyList<UploadRecord>> RecordsAsync()
    {
        var records = new List<UploadRecord>();
        await foreach (var record in new UploadLedger(Private).AllAsync("", default))
        {
            records.Add(record);
        }

        return records;
    }

    public async Task<IReadOnlyList<Decision>> DecisionsAsync()
    {
        var decisions = new List<Decision>();
        await foreach (var decision in new DecisionLog(Private, "some-agency", "some-things").ReadAsync(default))
        {
            decisions.Add(decision);
        }

        return decisions;
    }

    public IReadOnlyList<Receipt> Receipts() =>
    [
        .. PrivateFiles().Where(f => f.Key.StartsWith("receipts", StringComparison.Ordinal) && f.Key.EndsWith(".json", StringComparison.Ordinal))
            .Select(f => ReceiptJson.Read(f.Value)),
    ];

    public SortedDictionary<string, byte[]> PublicFiles() => FilesOf("public");

    public SortedDictionary<string, byte[]> FilesOf(string audience) =>
        Directory.Exists(Path.Combine(Root, audience)) ? Desk.FilesBelow(Path.Combine(Root, audience)) : [];

    public SortedDictionary<string, byte[]> PrivateFiles() => Desk.FilesBelow(Path.Combine(Root, "private"));

    public IEnumerable<string> TemporaryFiles() =>
        Directory.Exists(Temporary) ? Directory.EnumerateFiles(Temporary, "*", SearchOption.AllDirectories) : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
