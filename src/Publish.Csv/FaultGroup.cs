using Publish.Codes;

namespace Publish.Csv;

/// <summary>All faults of one kind: one code in one declared column, or in no declared column.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Column">The declared name of the column, or <see langword="null"/>.</param>
/// <param name="Count">How many there are, at least 1.</param>
/// <param name="First">The first of them in file order, with exact places; never a cell's text.</param>
/// <param name="Places">The places of <paramref name="First"/> as numbers, in the same order.</param>
public sealed record FaultGroup(
    Code Code,
    string? Column,
    long Count,
    IReadOnlyList<Finding> First,
    IReadOnlyList<FaultPlace> Places);
