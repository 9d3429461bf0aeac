using Publish.Pipeline.Ledger;

namespace Publish.Cli.Installations;

/// <summary>The states of uploads in words a person understands.</summary>
internal static class UploadStates
{
    /// <summary>How far an upload is.</summary>
    /// <param name="state">The state.</param>
    /// <returns>A few words.</returns>
    public static string Of(UploadState state) => state switch
    {
        UploadState.Received => "waits to be worked on",
        UploadState.Running => "is worked on",
        UploadState.AwaitingApproval => "awaits approval",
        UploadState.Embargoed => "waits for its time",
        UploadState.Published => "published",
        UploadState.Held => "held",
        UploadState.Rejected => "rejected",
        UploadState.Poisoned => "given up after every attempt failed",
        UploadState.Grouped => "a part that is read",
        _ => "withdrawn",
    };
}
