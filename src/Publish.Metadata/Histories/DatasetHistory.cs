using System.Text.Json.Serialization;
using Publish.Metadata.Packages;

namespace Publish.Metadata.Histories;

/// <summary>A dataset's public history, <c>history.json</c> in the dataset's folder: every version there ever was.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Versions">The versions, newest first.</param>
public sealed record DatasetHistory(string Agency, string Dataset, IReadOnlyList<HistoryEntry> Versions)
{
    /// <summary>The file's name in a dataset's folder.</summary>
    public const string FileName = "history.json";

    /// <summary>
    /// What the newest version was called, by whom it was published and under which agreement, without its files and releases:
    /// all that is left to tell where every version is withdrawn. <see langword="null"/> while one is published.
    /// </summary>
    public DataPackage? About { get; init; }

    /// <summary>
    /// The version a reader is shown: of the latest edition that is not withdrawn; <see langword="null"/> when all are.
    /// Editions of a dataset are named alike, so their names are in the order of time.
    /// </summary>
    [JsonIgnore]
    public HistoryEntry? Current => Versions
        .Where(entry => entry.State == VersionState.Published)
        .MaxBy(entry => entry.Edition, StringComparer.Ordinal);
}
