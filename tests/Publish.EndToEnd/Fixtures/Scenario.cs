using System.Text;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;
using Publish.Storage;

namespace Publish.EndToEnd.Fixtures;

/// <summary>An agency's folder: a policy, an upload, and what the real pipeline makes of them.</summary>
internal sealed class Scenario : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("publish-end-to-end-").FullName;

    /// <summary>Writes a policy, in the form that <see cref="PolicyText"/> gives it.</summary>
    public Scenario(string policy) => Write("policy.yaml", policy);

    /// <summary>The folder of the published version.</summary>
    public string Version => Path.Combine(
        _root, "public", "data", PolicyText.Agency, PolicyText.Dataset, "2026-10", "v1.0.0");

    /// <summary>Writes a file beside the policy.</summary>
    public Scenario Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_root, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    /// <summary>Publishes text as the upload.</summary>
    public Task<Receipt> PublishAsync(string upload) => PublishAsync(Encoding.UTF8.GetBytes(upload));

    /// <summary>Publishes bytes as the upload.</summary>
    public async Task<Receipt> PublishAsync(byte[] upload)
    {
        var path = Path.Combine(_root, "upload.csv");
        await File.WriteAllBytesAsync(path, upload);
        var locks = Path.Combine(_root, "locks");
        return await new PublicationRun(Settings, new FirstOfOctober(), new Unwatched()).RunAsync(
            new RunRequest
            {
                Upload = new LocalUpload(path),
                PolicyPath = Path.Combine(_root, "policy.yaml"),
                Edition = "2026-10",
                Private = new FolderPlace(Path.Combine(_root, "private"), locks),
                PlaceOf = audience => new FolderPlace(Path.Combine(_root, audience), locks),
            },
            CancellationToken.None);
    }

    /// <summary>Checks what was published with nothing else.</summary>
    public VersionVerification Verify() =>
        Assert.Single(FolderVerification.Run(Path.Combine(_root, "public"), Settings, CancellationToken.None));

    /// <summary>Reads a published CSV file: the header and the rows.</summary>
    public string[][] ReadCsv(string release) => CsvText.Parse(File.ReadAllText(Path.Combine(Version, release + ".csv")));

    /// <summary>The path of a published Parquet file.</summary>
    public string ParquetOf(string release) => Path.Combine(Version, release + ".parquet");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private RunSettings Settings => new() { Threads = 2, TemporaryFolder = Path.Combine(_root, "temporary") };

    private sealed class FirstOfOctober : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);
    }

    private sealed class Unwatched : IRunObserver
    {
        public void Begin(Stage stage)
        {
        }

        public void Advance(Stage stage, double share)
        {
        }

        public void End(Stage stage, StageResult result)
        {
        }
    }
}
