using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Records;
using Publish.Disclosure.Tables;

namespace Publish.Pipeline.Protection;

/// <summary>What protection decided for all releases of an edition.</summary>
/// <param name="Tables">The tables with their plans, in the policy's order.</param>
/// <param name="Records">The records with their plans, in the policy's order.</param>
internal sealed record ProtectedUpload(
    IReadOnlyList<(TablePlan Plan, ProtectedTable Table)> Tables, IReadOnlyList<ProtectedRecords> Records)
{
    /// <summary>What protection offers as proof, for the audit to check; <see langword="null"/> (the default) for nothing.</summary>
    public EditionProof? Proof { get; init; }

    /// <summary>What shielding costs, and the least it could; <see langword="null"/> (the default) where that was not looked for.</summary>
    public ShieldingCost? Cost { get; init; }

    /// <summary>The counts as published of each table, by release; none where counts are exact.</summary>
    public IReadOnlyDictionary<string, PerturbedTable> Perturbed { get; init; } = new Dictionary<string, PerturbedTable>();

    /// <summary>
    /// The classes that published counts are the sums of, where counts are rounded together, for the audit to check;
    /// <see langword="null"/> (the default) where they are not.
    /// </summary>
    public long[]? RoundedClasses { get; init; }
}

/// <summary>What protection decided for a records release.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Records">The levels, and what becomes of each class.</param>
/// <param name="LevelsFromLedger">Whether an earlier edition had chosen the levels.</param>
internal sealed record ProtectedRecords(RecordsPlan Plan, GeneralisedRecords Records, bool LevelsFromLedger)
{
    /// <summary>The chosen level's name for each key, by the key's name.</summary>
    public IReadOnlyDictionary<string, string> LevelNames => Plan.Task.Keys
        .Select((key, i) => (key.Hierarchy.Key, key.Hierarchy.Levels[Records.Levels[i]].Name))
        .ToDictionary(StringComparer.Ordinal);
}
