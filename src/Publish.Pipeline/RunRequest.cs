using Publish.Storage;

namespace Publish.Pipeline;

/// <summary>One upload to take through its life.</summary>
public sealed record RunRequest
{
    /// <summary>The uploaded file.</summary>
    public required string UploadPath { get; init; }

    /// <summary>The policy; the files it names lie beside it.</summary>
    public required string PolicyPath { get; init; }

    /// <summary>The edition the upload is about: <c>2026-10</c>, <c>2026-Q3</c>, <c>2026</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>Private storage: receipts, ledger; <see langword="null"/> for a check, which keeps nothing.</summary>
    public IPrivatePlace? Private { get; init; }

    /// <summary>The place of each audience, by its name; <see langword="null"/> for a check, which publishes nothing.</summary>
    public Func<string, IPublicPlace>? PlaceOf { get; init; }

    /// <summary>True for a check.</summary>
    public bool CheckOnly => Private is null || PlaceOf is null;
}
