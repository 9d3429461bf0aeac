namespace Publish.Pipeline.Receipts;

/// <summary>What protection did to a release of records, in numbers.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="K">The k that was asked for.</param>
/// <param name="Levels">The level chosen for each key, by the key's name.</param>
/// <param name="LevelsFromLedger">True where an earlier edition had chosen the levels.</param>
/// <param name="RowsPublished">Rows in the release.</param>
/// <param name="RowsSuppressed">Rows left out with their class.</param>
/// <param name="Classes">Published classes.</param>
/// <param name="HighestRisk">The highest prosecutor risk of a published class, 1 / its respondents.</param>
/// <param name="AverageRisk">The mean prosecutor risk over published respondents, classes / respondents.</param>
/// <param name="Loss">The loss of the chosen levels under the policy's metric.</param>
public sealed record RecordsFacts(
    string Release,
    int K,
    IReadOnlyDictionary<string, string> Levels,
    bool LevelsFromLedger,
    long RowsPublished,
    long RowsSuppressed,
    long Classes,
    double HighestRisk,
    double AverageRisk,
    double Loss);
