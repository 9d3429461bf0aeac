using System.Text.Json.Serialization;

namespace Publish.Metadata.Histories;

/// <summary>A version in a dataset's history.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="Published">When it was published.</param>
/// <param name="State">One of <see cref="VersionState"/>.</param>
public sealed record HistoryEntry(string Edition, string Version, DateTimeOffset Published, string State)
{
    /// <summary>Why it supersedes the version before.</summary>
    public string? Reason { get; init; }

    /// <summary>The version it supersedes.</summary>
    public string? Supersedes { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>Whether another entry is of the same version.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns>True where edition and version are the same.</returns>
    public bool IsOfSame(HistoryEntry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Edition == other.Edition && Version == other.Version;
    }

    /// <summary>When something last happened to it.</summary>
    [JsonIgnore]
    public DateTimeOffset Updated => Withdrawn ?? Published;

    /// <summary>Its folder, relative to the dataset's.</summary>
    [JsonIgnore]
    public string Folder => $"{Edition}/{Version}/";
}
