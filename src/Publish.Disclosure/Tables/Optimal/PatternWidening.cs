namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Makes a safe pattern of a hint: for each attacker in turn the tables that reach its amount and change least of what is not
/// suppressed yet.
/// </summary>
/// <remarks>Kelly, Golden and Assad, <em>Networks</em> 22 (1992); Fischetti and Salazar (2001), section 5.</remarks>
internal sealed class PatternWidening(AttackerSystem system, Attacker[] attackers, CellChoice[] choices)
{
    private const double Negligible = 1e-7;
    private readonly Dictionary<int, LeastCostChange> _changes = [];

    /// <summary>Iterations so far.</summary>
    public long Iterations => _changes.Values.Sum(change => change.Iterations);

    /// <summary>A pattern that is safe.</summary>
    /// <param name="hint">Where to start: the cells suppressed from the beginning.</param>
    /// <param name="hintCosts">What suppressing each cell seems to cost, at least 0.</param>
    /// <returns>1 for the suppressed cells and 0 for the others; <see langword="null"/> where none was found.</returns>
    public double[]? Run(double[] hint, double[] hintCosts)
    {
        var suppressed = (double[])hint.Clone();
        foreach (var attacker in attackers)
        {
            if (!_changes.TryGetValue(attacker.Demand, out var change))
            {
                _changes.Add(attacker.Demand, change = new LeastCostChange(system));
            }

            if (change.Of(attacker, suppressed, choices, hintCosts) is not { } changes)
            {
                return null;
            }

            for (var cell = 0; cell < changes.Length; cell++)
            {
                suppressed[cell] = Math.Abs(changes[cell]) > Negligible ? 1 : suppressed[cell];
            }
        }

        return suppressed;
    }
}
