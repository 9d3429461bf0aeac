using Publish.Pipeline.Ledger;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Release;

/// <summary>What is kept beside the files of a version that waits.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Record">What the ledger is to hold of the edition.</param>
/// <param name="Levels">The levels of each release of records.</param>
/// <param name="Audiences">The files for each audience, with their digests.</param>
/// <param name="Waiting">What it waits for, as the policy has it.</param>
/// <param name="Receipt">The receipt of the run that made it.</param>
/// <param name="Upload">The upload's name.</param>
/// <param name="Uploader">Who is noted beside the upload as its sender, or <see langword="null"/>.</param>
/// <remarks>It lies in staging, where the program alone writes: a person who may write the ledger changes nothing of it.</remarks>
internal sealed record WaitingVersion(
    string Agency,
    string Dataset,
    string Edition,
    EditionRecord Record,
    IReadOnlyDictionary<string, ChosenLevels> Levels,
    IReadOnlyDictionary<string, IReadOnlyList<PublishedFile>> Audiences,
    WaitingFacts Waiting,
    string Receipt,
    string? Upload,
    string? Uploader);
