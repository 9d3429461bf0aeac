using Publish.Codes;

namespace Publish.Pipeline.Protection;

/// <summary>Why an upload cannot be protected as its policy asks.</summary>
[Codes]
public static class ProtectionCodes
{
    /// <summary>Secondary suppression could not prove that nothing can be worked out.</summary>
    public static readonly Code NotCertified = new(
        "suppression-not-certified",
        "It could not be proven that no suppressed cell can be worked out from what would be published.",
        "Publish fewer levels or dimensions in one edition, or part the release into editions.");

    /// <summary>The levels an earlier edition chose leave out more rows than the policy allows.</summary>
    public static readonly Code KeptLevelsExceedLimit = new(
        "kept-levels-exceed-limit",
        "At the levels that earlier editions of this dataset are published at, more rows would be left out than the policy allows.",
        "Raise the suppressionLimit, or publish at coarser levels as a new dataset: levels that move between editions leak.");

    /// <summary>The policy's levels are not those the earlier editions chose from.</summary>
    public static readonly Code KeptLevelsDiffer = new(
        "kept-levels-differ",
        "The keys or levels of this release are not those that earlier editions of the dataset were published with.",
        "Publish with other keys or levels as a new dataset: levels that move between editions leak.");

    /// <summary>Nothing would be left.</summary>
    public static readonly Code NothingToPublish = new(
        "nothing-to-publish",
        "The upload has no rows, or protection leaves nothing of a release.",
        "Check that the file is whole; if so, publish coarser levels.");

    /// <summary>A sum is too long.</summary>
    public static readonly Code SumTooLong = new(
        "sum-too-long",
        "A sum has more digits than published files can hold (38).",
        "Declare fewer decimals, or bounds that keep out wrong values.");

    /// <summary>The difference of tables and records would tell of too few.</summary>
    public static readonly Code FewSuppressedRows = new(
        "few-suppressed-rows",
        "The totals of a table minus the records of the same edition would tell of fewer than k suppressed rows.",
        "Publish the records and the tables as two datasets, or set the records' suppressionLimit to 0.");
}
