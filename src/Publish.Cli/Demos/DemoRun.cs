using Publish.Cli.Running;
using Publish.Pipeline;

namespace Publish.Cli.Demos;

/// <summary>Takes the samples through the real pipeline, as their agencies would send them.</summary>
/// <param name="shell">Where progress is shown, and who does the work.</param>
/// <param name="folder">Where to.</param>
/// <param name="seed">The samples' seed.</param>
internal sealed class DemoRun(Shell shell, OpenDataFolder folder, ulong seed)
{
    /// <summary>Writes an upload and its policy to private storage, and runs it.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>How it ended.</returns>
    public async Task<DemoOutcome> RunAsync(DemoUpload upload, RunSettings settings, CancellationToken cancellation)
    {
        var place = folder.OpenPrivate();
        var sample = upload.Sample;
        var policies = Path.Combine(folder.PrivateFolder, "policies", sample.Agency);
        sample.WritePolicy(policies);
        var request = new RunRequest
        {
            Upload = new LocalUpload(WriteUpload(upload)),
            PolicyPath = Path.Combine(policies, sample.PolicyFileName),
            Edition = upload.Edition,
            Private = place,
            PlaceOf = folder.PlaceOf,
        };
        var receipt = await UploadRun.ExecuteAsync(shell, request, settings, cancellation).ConfigureAwait(false);
        return new DemoOutcome(upload, receipt);
    }

    private string WriteUpload(DemoUpload upload)
    {
        var parent = Path.Combine(
            folder.PrivateFolder, "uploads", upload.Sample.Agency, upload.Sample.Dataset, upload.Edition);
        Directory.CreateDirectory(parent);
        var path = Path.Combine(parent, upload.FileName);
        using var file = File.Create(path);
        upload.Write(file, seed);
        return path;
    }
}
