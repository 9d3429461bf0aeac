using Publish.Pipeline.Ledger;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Operations;

/// <summary>The run of an upload in private storage, in a folder of its own that is wiped at its end, or by the next run.</summary>
internal sealed class StoredRun(OperationContext context)
{
    private const string PolicyFolder = "policy";

    /// <summary>Runs a claimed upload.</summary>
    /// <param name="identity">The upload.</param>
    /// <param name="record">Its record.</param>
    /// <param name="observer">Watches.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The receipt, which is kept.</returns>
    public async Task<Receipt> RunAsync(
        UploadIdentity identity, UploadRecord record, IRunObserver observer, CancellationToken cancellation)
    {
        using var workspace = Workspace.Below(context.Settings.TemporaryFolder);
        var policy = await PolicySnapshot.WriteAsync(context.Private, record, workspace.Beside(PolicyFolder), cancellation).ConfigureAwait(false);
        var settings = new RunSettings
        {
            Threads = context.Settings.Threads,
            MemoryLimitBytes = context.Settings.MemoryLimitBytes,
            TemporaryFolder = workspace.Folder,
        };
        var request = new RunRequest
        {
            Upload = new StoredUpload(context.Private, identity.Name!.Value, identity.Tag),
            PolicyPath = policy,
            Edition = record.Edition!,
            Private = context.Private,
            PlaceOf = context.PlaceOf,
            Secrets = context.Secrets,
            Entry = LedgerEntry.Of(record),
        };
        return await new PublicationRun(settings, context.Time, observer).RunAsync(request, cancellation).ConfigureAwait(false);
    }
}
