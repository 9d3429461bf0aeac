namespace Publish.Disclosure.Tables;

/// <summary>Which cells are suppressed, and why.</summary>
/// <param name="IsSuppressed">For each cell, whether it is suppressed (primary or secondary).</param>
/// <param name="Shields">
/// For each secondary cell another suppressed one that publishing it would have given away (the secondary itself in the
/// freak case that the arithmetic could not show it to be harmless); −1 for all other cells.
/// </param>
/// <param name="Unprotected">
/// Primary cells that the known cells alone give away: no suppression can help. Empty in all ordinary systems.
/// </param>
public sealed record SuppressionPattern(bool[] IsSuppressed, int[] Shields, IReadOnlyList<int> Unprotected)
{
    /// <summary>How each suppressed cell was proven safe; empty where nothing was looked into beyond the equations.</summary>
    public IReadOnlyList<IntervalProof> Proofs { get; init; } = [];

    /// <summary>The intervals that the pattern is known to leave, which the audit then holds it to; empty where none was asked for.</summary>
    public IReadOnlyList<IntervalDemand> Demands { get; init; } = [];

    /// <summary>The moves that prove cells safe, over the classes of the system of contributions; none where other proofs were used.</summary>
    public ClassMoves Moves { get; init; } = ClassMoves.None;

    /// <summary>
    /// No pattern that keeps all promises costs less in secondary cells, proven beyond rounding; <see langword="null"/> (the
    /// default) where the cheapest was not looked for.
    /// </summary>
    public double? LowestCost { get; init; }

    /// <summary>What it costs, where the cheapest was looked for; <see langword="null"/> (the default) elsewhere.</summary>
    public ShieldingCost? Cost { get; init; }
}
