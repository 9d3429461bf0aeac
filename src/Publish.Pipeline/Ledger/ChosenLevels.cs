namespace Publish.Pipeline.Ledger;

/// <summary>
/// The levels at which a dataset publishes records. Chosen once and kept: levels that move from edition to edition let
/// two editions be compared, and break readers.
/// </summary>
/// <param name="PolicyKeys">The keys and their levels' names the choice was made among; another choice needs another policy.</param>
/// <param name="Levels">The level's name for each key.</param>
internal sealed record ChosenLevels(
    IReadOnlyDictionary<string, IReadOnlyList<string>> PolicyKeys, IReadOnlyDictionary<string, string> Levels);
