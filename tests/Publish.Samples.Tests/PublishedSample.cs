using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Storage;

namespace Publish.Samples.Tests;

/// <summary>A sample taken through the real pipeline into a temporary folder.</summary>
internal sealed class PublishedSample : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("publish-samples-").FullName;
    private readonly Sample _sample;

    private PublishedSample(Sample sample) => _sample = sample;

    /// <summary>The run's receipt.</summary>
    public Receipt Receipt { get; private set; } = null!;

    /// <summary>Runs a sample as an agency would that has the secret <c>records</c>.</summary>
    public static async Task<PublishedSample> RunAsync(Sample sample)
    {
        var published = new PublishedSample(sample);
        sample.WritePolicy(published._root);
        var upload = Path.Combine(published._root, sample.UploadFileName);
        File.WriteAllBytes(upload, Bytes.Of(sample));
        published.Receipt = await new PublicationRun(new RunSettings { TemporaryFolder = published.Folder("run"), Threads = 2 }, TimeProvider.System, new Unwatched()).RunAsync(
            new RunRequest
            {
                Upload = new LocalUpload(upload),
                PolicyPath = Path.Combine(published._root, sample.PolicyFileName),
                Edition = sample.Edition,
                Secrets = new RunSecrets(name => name == "PUBLISH_SECRET_RECORDS" ? Convert.ToBase64String(new byte[32]) : null),
                Private = new FolderPlace(published.Folder("private"), published.Folder("locks")),
                PlaceOf = audience => new FolderPlace(published.Folder(audience), published.Folder("locks")),
            },
            CancellationToken.None);
        return published;
    }

    /// <summary>The published rows of a table, the header first. No label of these samples has a comma.</summary>
    public IReadOnlyList<string[]> Rows(string release) =>
    [
        .. File.ReadAllLines(Path.Combine(Folder("public"), "data", _sample.Agency, _sample.Dataset, _sample.Edition, "v1.0.0", release + ".csv"))
            .Select(line => line.Split(',')),
    ];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Folder(string name) => Path.Combine(_root, name);
}
