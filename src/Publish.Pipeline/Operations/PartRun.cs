using Publish.Duck;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Workspaces;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>The run of a part of a folder: reads it into a partial class table, for the run of the folder's closing marker.</summary>
internal sealed class PartRun(OperationContext context)
{
    /// <summary>Whether a part came, or was changed, after its folder was closed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public async Task<bool> IsLateAsync(UploadIdentity part, CancellationToken cancellation) =>
        await FolderOfAsync(part, cancellation).ConfigureAwait(false) is { } folder && !folder.Has(part);

    /// <summary>The folder of a part as it was closed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The folder, or <see langword="null"/> while it is open.</returns>
    public async Task<ClosedFolder?> FolderOfAsync(UploadIdentity part, CancellationToken cancellation)
    {
        var marker = new BlobName($"{part.FolderPath}/{UploadFolder.Marker}");
        return await context.Private.FindTagAsync(marker, cancellation).ConfigureAwait(false) is { } tag
            ? await new FolderLedger(context.Private).FindAsync(UploadIdentity.Of(marker.Value, tag), cancellation).ConfigureAwait(false)
            : null;
    }

    /// <summary>
    /// Reads a claimed part. Where no policy admits it, or it is replaced while it is read, there is no table: the run that
    /// closes the folder has the last word.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="record">Its record.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>A task that ends when the table is kept.</returns>
    public async Task RunAsync(UploadIdentity part, UploadRecord record, CancellationToken cancellation)
    {
        using var workspace = Workspace.Below(context.Settings.TemporaryFolder);
        var policy = await PolicySnapshot.WriteAsync(
            context.Private, record, workspace.Beside(StoredRun.PolicyFolder), cancellation).ConfigureAwait(false);
        var settings = StoredRun.SettingsOf(context, workspace);
        var content = new StoredUpload(context.Private, part.Name!.Value, part.Tag);
        var request = new RunRequest { Upload = content, PolicyPath = policy, Edition = record.Edition!, Entry = LedgerEntry.Of(record) };
        using var folder = new TemporaryFolder(settings.TemporaryFolder);
        try
        {
            var (read, files) = AdmissionStage.ReadPolicy(request);
            var upload = AdmissionStage.Admit(read, files, request, DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime));
            var shelf = new PartShelf(context.Private, part.FolderPath);
            var secret = await shelf.SecretAsync(cancellation).ConfigureAwait(false);
            if (await shelf.FindAsync(part, upload.PolicySha256, secret, cancellation).ConfigureAwait(false) is null)
            {
                var table = new PartGrouping(settings, new Progress<double>()).Run(
                    upload, content, GroupingPlanner.Plan(upload), secret, UploadFolder.PartialFolder(settings, 0), cancellation);
                await shelf.PutAsync(part, table, secret, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is StopException or Codes.CodedException or BlobChangedException)
        {
            // Told by the receipt of the folder.
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or UnauthorizedAccessException or DuckException))
        {
            // A fault of the program goes up to whoever runs the functions, who logs it: its text could quote data, its type cannot.
            throw new Codes.CodedException(RunCodes.InternalError, "", $"The error is a {PublicationRun.TypeOf(e)}.");
        }
    }
}
