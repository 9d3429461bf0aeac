namespace Publish.Pipeline.Release;

/// <summary>One version in the history that the public reads.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The version.</param>
/// <param name="Published">When it was published, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</param>
/// <param name="State">Whether it can still be read.</param>
/// <param name="Reason">Why it was corrected or withdrawn, for everyone to read.</param>
/// <param name="Supersedes">The version of the edition that it replaced.</param>
/// <param name="Withdrawn">When it was withdrawn.</param>
internal sealed record HistoryVersion(
    string Edition,
    string Version,
    string Published,
    HistoryState State,
    string? Reason = null,
    string? Supersedes = null,
    string? Withdrawn = null)
{
    /// <summary>Whether another entry is of the same version.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns>True where edition and version are the same.</returns>
    public bool IsSame(HistoryVersion other) => Edition == other.Edition && Version == other.Version;
}
