using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline;

/// <summary>One upload to take through its life.</summary>
public sealed record RunRequest
{
    /// <summary>What was uploaded: a file, or a folder of parts.</summary>
    public required IUpload Upload { get; init; }

    /// <summary>The policy; the files it names lie beside it.</summary>
    public required string PolicyPath { get; init; }

    /// <summary>The edition the upload is about: <c>2026-10</c>, <c>2026-Q3</c>, <c>2026</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>
    /// Why the upload corrects a published version of its edition, for everyone to read: 1 to 500 printable characters;
    /// <see langword="null"/> (the default) where it corrects none.
    /// </summary>
    public string? CorrectionReason { get; init; }

    /// <summary>The secret keys policies may name. Default: none.</summary>
    public RunSecrets Secrets { get; init; } = RunSecrets.None;

    /// <summary>Private storage: receipts, ledger; <see langword="null"/> for a check, which keeps nothing.</summary>
    public IPrivatePlace? Private { get; init; }

    /// <summary>The place of each audience, by its name; <see langword="null"/> for a check, which publishes nothing.</summary>
    public Func<string, IPublicPlace>? PlaceOf { get; init; }

    /// <summary>
    /// The upload's place in the ledger: where it waits if it may not be published at once, and the name of its receipt;
    /// <see langword="null"/> for a file that a person runs at hand.
    /// </summary>
    internal LedgerEntry? Entry { get; init; }

    /// <summary>True for a check.</summary>
    public bool CheckOnly => Private is null || PlaceOf is null;
}
