namespace Publish.Disclosure.Tables.Optimal;

/// <summary>Finds witnesses that cost least: a programme for each measure, which goes on from one attacker to the next.</summary>
internal sealed class LeastCostChanges
{
    private readonly Dictionary<int, LeastCostChange> _changes;
    private readonly CellChoice[] _choices;

    /// <param name="system">The system.</param>
    /// <param name="attackers">The attackers, for their measures.</param>
    /// <param name="choices">What may be done with each cell.</param>
    public LeastCostChanges(AttackerSystem system, Attacker[] attackers, CellChoice[] choices)
    {
        (CellCount, _choices) = (system.CellCount, choices);
        _changes = attackers.Select(attacker => attacker.Demand).Distinct().ToDictionary(demand => demand, _ => new LeastCostChange(system));
    }

    /// <summary>The number of cells.</summary>
    public int CellCount { get; }

    /// <summary>Iterations so far.</summary>
    public long Iterations => _changes.Values.Sum(change => change.Iterations);

    /// <summary>The witness for which least must be suppressed, where a cell costs in proportion to its change.</summary>
    /// <param name="attacker">The attacker.</param>
    /// <param name="suppressed">What is suppressed already and changes for nothing: 1, and 0 for the others.</param>
    /// <param name="costs">What suppressing the others costs.</param>
    /// <param name="banned">A cell that must not change; −1 (the default) for none.</param>
    /// <returns>The witness, or <see langword="null"/> where none was found.</returns>
    public Witness? Of(Attacker attacker, double[] suppressed, double[] costs, int banned = -1) =>
        _changes[attacker.Demand].Of(attacker, suppressed, cell => _choices[cell] == CellChoice.Published || cell == banned, costs) is { } changes
            ? Witness.Of(attacker, changes) : null;
}
