using Publish.Codes;

namespace Publish.Disclosure.Records;

/// <summary>What can go wrong when records are protected, that a person can do something about.</summary>
[Codes]
public static class RecordsCodes
{
    /// <summary>The keys allow more combinations of levels than are searched.</summary>
    public static readonly Code LatticeTooLarge = new(
        "records-lattice-too-large",
        "The key variables allow too many combinations of levels.",
        "Give some key variables fewer levels, or narrow the range of levels that may be chosen.");

    /// <summary>No combination of levels satisfies the rules within the suppression limit.</summary>
    public static readonly Code NoAnonymousLevels = new(
        "records-no-anonymous-levels",
        "No combination of levels satisfies the privacy rules within the suppression limit.",
        "Allow coarser levels, a larger share of suppressed rows or weaker rules, or wait for a larger edition.");
}
