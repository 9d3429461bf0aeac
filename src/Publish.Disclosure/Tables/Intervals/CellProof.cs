namespace Publish.Disclosure.Tables.Intervals;

/// <summary>How a cell was proven to be as uncertain as it must be.</summary>
/// <param name="Proof">The kind of proof; <see cref="IntervalProof.None"/> where there is none.</param>
/// <param name="Changes">
/// For a feasible pair, what changes in each other possible table: classes, or cells where equations are given, by whole
/// numbers and in proportion: so often that the amount is reached, each stays possible. None for other kinds.
/// </param>
internal sealed record CellProof(IntervalProof Proof, IReadOnlyList<(int Item, Int128 Change)[]> Changes)
{
    /// <summary>Nothing is proven.</summary>
    public static CellProof None { get; } = new(IntervalProof.None, []);

    /// <summary>Nothing was asked.</summary>
    public static CellProof Trivial { get; } = new(IntervalProof.FeasiblePair, []);

    /// <summary>Both together: as good as the worse of the two.</summary>
    /// <param name="other">The other proof.</param>
    public CellProof And(CellProof other) =>
        Proof == IntervalProof.None || other.Proof == IntervalProof.None ? None
        : Proof == IntervalProof.LinearProgram || other.Proof == IntervalProof.LinearProgram ? new(IntervalProof.LinearProgram, [])
        : new(IntervalProof.FeasiblePair, [.. Changes, .. other.Changes]);
}
