using System.Text;
using Publish.Pipeline;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Hosting.Tests;

/// <summary>An installation in a folder that a test throws away. It has no policies, so every upload is rejected, and quickly.</summary>
internal sealed class Shop : IDisposable
{
    public Shop() => Private = new FolderPlace(Path.Combine(Root, "private"), Path.Combine(Root, "locks"));

    public string Root { get; } = Directory.CreateTempSubdirectory("publish-shop-").FullName;

    public FolderPlace Private { get; }

    public WorkerSettings Settings { get; init; } = new() { TemporaryFolder = Path.GetTempPath(), Threads = 1 };

    public OperationContext Context => new(
        Private,
        audience => new FolderPlace(Path.Combine(Root, audience), Path.Combine(Root, "locks")),
        Settings with { TemporaryFolder = Path.Combine(Root, "temporary") },
        TimeProvider.System,
        new Unwatched());

    public static string NameOf(string file) => $"uploads/some-agency/some-things/2026-10/{file}";

    public Task<bool> PutAsync(string file, string content = "id\n1\n") =>
        Private.TryWriteAsync(new BlobName(NameOf(file)), Encoding.UTF8.GetBytes(content), BlobWrite.Any, default);

    /// <summary>Claims an upload as a worker does that dies right after.</summary>
    public async Task ClaimAsync(string file)
    {
        var stat = await Private.FindAsync(new BlobName(NameOf(file)), default);
        var identity = UploadIdentity.Of(NameOf(file), stat!.Tag);
        var now = DateTimeOffset.UtcNow;
        Assert.NotNull(await new UploadLedger(Private).TryWriteAsync(
            new UploadRecord
            {
                Key = identity.Key,
                Upload = identity.Name!.Value.Value,
                Tag = identity.Tag,
                Agency = identity.Agency,
                Dataset = identity.Dataset,
                Edition = identity.Edition,
                Received = now,
                State = UploadState.Running,
                Attempts = 1,
                Claim = new UploadClaim("dead", now + Settings.ClaimDuration),
            },
            null,
            default));
    }

    public async Task<IReadOnlyList<UploadRecord>> RecordsAsync()
    {
        var records = new List<UploadRecord>();
        await foreach (var record in new UploadLedger(Private).AllAsync("", default))
        {
            records.Add(record);
        }

        return records;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
