using System.Text.Json.Serialization;

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
    /// The version a reader is shown: of the latest edition that is not withdrawn; <see langword="null"/> when all are.
    /// Editions of a dataset are named alike, so their names are in the order of time.
    /// </summary>
    [JsonIgnore]
    public HistoryEntry? Current => Versions
        .Where(entry => entry.State == VersionState.Published)
        .MaxBy(entry => entry.Edition, StringComparer.Ordinal);
}
