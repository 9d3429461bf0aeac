namespace Publish.Pipeline.Telemetry;

/// <summary>
/// The first words of the lines that operations log, which are also their events' names. Alerts search for them, so they
/// are part of what is promised.
/// </summary>
public static class TelemetryEvents
{
    /// <summary>A stage ended well.</summary>
    public const string StageEnded = "stage-ended";

    /// <summary>A stage ended the run: the upload is held or rejected.</summary>
    public const string StageStopped = "stage-stopped";

    /// <summary>An attempt at an upload ended without an answer; it is tried again.</summary>
    public const string AttemptFailed = "attempt-failed";

    /// <summary>An upload is settled: published, waiting, held, rejected or withdrawn.</summary>
    public const string UploadEnded = "upload-ended";

    /// <summary>An upload is held because every attempt at it failed; said beside <see cref="UploadEnded"/>.</summary>
    public const string UploadPoisoned = "upload-poisoned";

    /// <summary>A person decided something, or a rule did.</summary>
    public const string DecisionTaken = "decision-taken";

    /// <summary>A timer's work ended well.</summary>
    public const string OperationEnded = "operation-ended";

    /// <summary>A timer's work failed; the next one goes on.</summary>
    public const string OperationFailed = "operation-failed";

    /// <summary>The field of <see cref="UploadEnded"/> that has the state, one of <see cref="Ledger.UploadState"/>.</summary>
    public const string State = "state";
}
