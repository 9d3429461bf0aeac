namespace Publish.Metadata;

/// <summary>
/// What everyone gets beside a version: which rules protect it, what the audit found, and the digests of its files.
/// Anyone can check it against the files with <c>publish verify</c>.
/// </summary>
/// <remarks>
/// Holds nothing that helps an intruder: no number of rows read, of suppressed cells or suppressed rows, not which cells
/// were suppressed first, no digest of the upload or the policy.
/// </remarks>
public sealed record Certificate
{
    /// <summary>The version of this format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The agency that publishes.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The dataset's title.</summary>
    public required string Title { get; init; }

    /// <summary>The edition: the period the version is about.</summary>
    public required string Edition { get; init; }

    /// <summary>The version, <c>v1.0.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Who the version is for: <c>public</c>, <c>partners</c> or <c>agencies</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>The identifier of the data-sharing agreement.</summary>
    public required string Agreement { get; init; }

    /// <summary>The licence, as the policy names it.</summary>
    public string? Licence { get; init; }

    /// <summary>What is counted and protected: <c>respondents</c> (a column of the upload names them) or <c>rows</c>.</summary>
    public required string Protects { get; init; }

    /// <summary>The files that describe the version: metadata and what changed; <see langword="null"/> while they are written.</summary>
    public IReadOnlyList<CertifiedFile>? Files { get; init; }

    /// <summary>The releases of the version.</summary>
    public required IReadOnlyList<CertifiedRelease> Releases { get; init; }
}
