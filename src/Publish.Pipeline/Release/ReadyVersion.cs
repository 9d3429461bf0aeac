using Publish.Pipeline.Ledger;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Release;

/// <summary>An audited version, with everything its publication needs.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Record">What the ledger is to hold of the edition.</param>
/// <param name="Levels">The levels of each release of records, to be kept for the next editions.</param>
/// <param name="Audiences">The staged version of each audience, by the audience's name.</param>
internal sealed record ReadyVersion(
    string Agency,
    string Dataset,
    EditionRecord Record,
    IReadOnlyDictionary<string, ChosenLevels> Levels,
    IReadOnlyDictionary<string, StagedVersion> Audiences)
{
    /// <summary>The edition.</summary>
    public string Edition => Audiences.Values.First().Edition;
}
