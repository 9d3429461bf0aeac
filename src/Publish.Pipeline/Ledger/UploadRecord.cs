using System.Text.Json.Serialization;

namespace Publish.Pipeline.Ledger;

/// <summary>
/// What the ledger keeps of an upload: one record for each content that was sent under a name, with the policy it is
/// worked on by, written only where it is what was last seen.
/// </summary>
public sealed record UploadRecord
{
    /// <summary>The record's name: a digest of the upload's name and tag.</summary>
    public required string Key { get; init; }

    /// <summary>The upload's name in private storage, or <see langword="null"/> where it is none that may be used.</summary>
    public string? Upload { get; init; }

    /// <summary>The upload's tag, which tells the content.</summary>
    public string? Tag { get; init; }

    /// <summary>The agency, where the upload's name tells it.</summary>
    public string? Agency { get; init; }

    /// <summary>The dataset, where the upload's name tells it.</summary>
    public string? Dataset { get; init; }

    /// <summary>The edition, where the upload's name tells it.</summary>
    public string? Edition { get; init; }

    /// <summary>Who sent it, where that was noted.</summary>
    public string? Uploader { get; init; }

    /// <summary>Why it corrects a published version of its edition, where its sender noted that.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>When the first worker met it.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>How far it is.</summary>
    public required UploadState State { get; init; }

    /// <summary>How often it was taken up in this round.</summary>
    public int Attempts { get; init; }

    /// <summary>1, and one more each time a person has it done again.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Who works on it.</summary>
    public UploadClaim? Claim { get; init; }

    /// <summary>The receipt of the last round, once it is there.</summary>
    public string? Receipt { get; init; }

    /// <summary>The SHA-256 of what was read.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The SHA-256 of the policy it was worked on by.</summary>
    public string? PolicySha256 { get; init; }

    /// <summary>When an audited version may be published.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The day after which the raw upload is deleted.</summary>
    public DateOnly? RawKeptUntil { get; init; }

    /// <summary>When the deletion of the raw upload was ordered; it is repeated until the upload is gone.</summary>
    public DateTimeOffset? RawDeletion { get; init; }

    /// <summary>Whether nothing is left to be done without a person or a time.</summary>
    [JsonIgnore]
    public bool IsSettled => State is not (UploadState.Received or UploadState.Running);
}
