using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Parts;

/// <summary>What <see cref="ValidationStage"/> is for a file: reads every row of a folder's parts, and counts it into its class.</summary>
internal sealed class FolderValidation(RunSettings settings, IProgress<double> progress)
{
    /// <summary>Reads the parts, or has them read, and merges them.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="plan">What the passes have to fill.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="StopException">The folder or a part has faults, or there are more classes than can be held.</exception>
    public async Task<GroupedUpload> RunAsync(AdmittedUpload upload, UploadFolder folder, GroupingPlan plan, CancellationToken cancellation)
    {
        if (upload.Perturbation?.RecordKey is not null)
        {
            // Parts know respondents by pseudonyms of this upload alone, so that their noise would be another each time.
            throw new StopException(Verdict.Held, PartCodes.CellKey);
        }

        var list = folder.List;
        var tables = await folder.TablesAsync(upload, plan, settings, progress, cancellation).ConfigureAwait(false);
        string[] digests = [.. tables.Select(table => table.Summary.Facts.Sha256)];
        list.Check(digests);
        var grouped = new PartMerge(settings).Run(list.Names, tables, folder.DigestOf(digests), plan, cancellation);
        foreach (var file in folder.Files)
        {
            file.EnsureUnchanged();
        }

        return grouped;
    }
}
