namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Makes a safe pattern of a hint, and one from which nothing can be left out: for each attacker the tables that reach its
/// amount and change least of what is not suppressed yet, then all that turns out not to be needed is published again.
/// </summary>
/// <remarks>Kelly, Golden and Assad, <em>Networks</em> 22 (1992); Fischetti and Salazar (2001), section 5.</remarks>
internal sealed class PatternRepair(AttackerSystem system, Attackers attackers, Attacker[] all, CellChoice[] choices, double[] costs)
{
    private const double Negligible = 1e-7;
    private readonly Dictionary<int, LeastCostChange> _changes = [];

    /// <summary>Iterations so far, but for those of the attackers.</summary>
    public long Iterations => _changes.Values.Sum(change => change.Iterations);

    /// <summary>A pattern that is safe.</summary>
    /// <param name="hint">Where to start: the cells suppressed from the beginning.</param>
    /// <param name="hintCosts">What suppressing each cell seems to cost, at least 0.</param>
    /// <returns>1 for the suppressed cells and 0 for the others; <see langword="null"/> where none was found.</returns>
    public double[]? Run(double[] hint, double[] hintCosts)
    {
        var suppressed = (double[])hint.Clone();
        foreach (var attacker in all)
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

        return LeaveOut(suppressed);
    }

    /// <summary>Publishes what is not needed, the dearest first.</summary>
    /// <param name="suppressed">A pattern: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>What is left, or <see langword="null"/> where the pattern is not safe.</returns>
    public double[]? LeaveOut(double[] suppressed)
    {
        if (attackers.FirstKept(suppressed) >= 0)
        {
            return null;
        }

        var left = (double[])suppressed.Clone();
        foreach (var cell in Candidates(left))
        {
            left[cell] = 0;
            left[cell] = attackers.FirstKept(left, cell) < 0 ? 0 : 1;
        }

        return left;
    }

    /// <summary>For each cell that could be published the one it shields; −1 for all others.</summary>
    /// <param name="suppressed">A safe pattern from which nothing can be left out.</param>
    public int[] Shields(double[] suppressed)
    {
        var shields = new int[suppressed.Length];
        Array.Fill(shields, -1);
        attackers.FirstKept(suppressed);
        var left = (double[])suppressed.Clone();
        foreach (var cell in Candidates(suppressed))
        {
            left[cell] = 0;
            shields[cell] = attackers.FirstKept(left);
            left[cell] = 1;
        }

        return shields;
    }

    private IEnumerable<int> Candidates(double[] suppressed) =>
    [
        .. Enumerable.Range(0, suppressed.Length)
            .Where(cell => choices[cell] is CellChoice.Open or CellChoice.Free && suppressed[cell] > 0)
            .OrderByDescending(cell => costs[cell]).ThenBy(cell => cell),
    ];
}
