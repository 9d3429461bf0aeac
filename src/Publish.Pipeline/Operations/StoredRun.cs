using Publish.Pipeline.Ledger;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Operations;

/// <summary>The run of an upload in private storage, in a folder of its own that is wiped at its end, or by the next run.</summary>
internal sealed class StoredRun(OperationContext context)
{
    /// <summary>The folder of a workspace for the policy.</summary>
    public const string PolicyFolder = "policy";

    /// <summary>Runs a claimed upload.</summary>
    /// <param name="identity">The upload.</param>
    /// <param name="record">Its record.</param>
    /// <param name="note">What is noted beside the upload itself: a person who may write the ledger changes nothing of it.</param>
    /// <param name="observer">Watches.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The receipt, which is kept.</returns>
    public async Task<Receipt> RunAsync(
        UploadIdentity identity, UploadRecord record, UploadNote note, IRunObserver observer, CancellationToken cancellation)
    {
        using var workspace = Workspace.Below(context.Settings.TemporaryFolder);
        var policy = await PolicySnapshot.WriteAsync(context.Private, record, workspace.Beside(PolicyFolder), cancellation).ConfigureAwait(false);
        var settings = SettingsOf(context, workspace);
        IUpload upload = identity.Kind == UploadKind.Marker
            ? await StoredFolder.OpenAsync(context, identity, cancellation).ConfigureAwait(false)
            : new StoredUpload(context.Private, identity.Name!.Value, identity.Tag);
        var request = new RunRequest
        {
            Upload = upload,
            PolicyPath = policy,
            Edition = record.Edition!,
            CorrectionReason = note.CorrectionReason,
            Private = context.Private,
            PlaceOf = context.PlaceOf,
            Secrets = context.Secrets,
            Entry = LedgerEntry.Of(record) with { Uploader = note.Uploader },
        };
        return await new PublicationRun(settings, context.Time, observer).RunAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <summary>A run's share of what its worker may use.</summary>
    /// <param name="context">The worker.</param>
    /// <param name="workspace">The run's own folder.</param>
    public static RunSettings SettingsOf(OperationContext context, Workspace workspace) => new()
    {
        Threads = context.Settings.Threads,
        MemoryLimitBytes = context.Settings.MemoryLimitBytes,
        TemporaryFolder = workspace.Folder,
    };
}
