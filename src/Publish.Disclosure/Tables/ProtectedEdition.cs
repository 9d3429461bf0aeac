using Publish.Codes;

namespace Publish.Disclosure.Tables;

/// <summary>All tables of an edition, protected as one system.</summary>
/// <param name="Tables">One for each request, in the same order.</param>
/// <param name="Doubts">Why the edition must be held; empty in all ordinary cases.</param>
public sealed record ProtectedEdition(IReadOnlyList<ProtectedTable> Tables, IReadOnlyList<Finding> Doubts)
{
    /// <summary>
    /// True when for every suppressed cell another table was found that agrees with everything published and differs
    /// in that cell, and no count of one follows from sums of whole and positive counts taken one at a time. A release whose edition is not certified must be held.
    /// </summary>
    public bool IsCertified => Doubts.Count == 0;

    /// <summary>What the audit may check instead of finding it out; <see langword="null"/> (the default) for nothing.</summary>
    public EditionProof? Proof { get; init; }

    /// <summary>
    /// What shielding costs and could cost at the least; <see langword="null"/> (the default) where the edition is too large
    /// to look for the cheapest, or keeps levels at a cost that stands for no number of its own.
    /// </summary>
    public ShieldingCost? Cost { get; init; }
}
