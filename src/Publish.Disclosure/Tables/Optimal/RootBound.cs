namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// What no safe pattern costs less than: the master programme of the whole system with the inequalities that attackers answer,
/// as long as iterations last. Nothing is branched on. It holds wherever it stops, and with any of the attackers left out.
/// </summary>
/// <remarks>Fischetti and Salazar, <em>Management Science</em> 47 (2001), section 4.</remarks>
internal sealed class RootBound(AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, SearchLimits limits)
{
    /// <summary>Rounds in a row that hardly raise the bound, after which it is left.</summary>
    private const int MostIdleRounds = 12;
    private const double LeastProgress = 2e-4;
    private readonly MasterProgram _master = new(choices, costs);
    private readonly Attackers _attackers = new(system, attackers, choices, limits.Threads);

    /// <summary>Raises the bound.</summary>
    /// <param name="safe">A safe pattern: 1 for the suppressed cells, 0 for the others.</param>
    /// <param name="cost">What it costs.</param>
    /// <returns>The bound, at least 0 and at most that cost.</returns>
    public double Run(double[] safe, double cost)
    {
        var (bound, settled, idle) = (0.0, 0.0, 0);
        while (_master.Iterations + _attackers.Iterations < limits.Iterations && idle < MostIdleRounds && bound < cost)
        {
            var (suppressed, own) = _master.Solve();
            bound = Math.Max(bound, _master.Rounded(own));
            (settled, idle) = bound > settled * (1 + LeastProgress) ? (bound, 0) : (settled, idle + 1);
            var cuts = suppressed is null ? [] : _attackers.Separate(suppressed, safe).OfType<CoverCut>().ToArray();
            if (cuts.Length == 0)
            {
                break;
            }

            Array.ForEach(cuts, _master.Add);
        }

        return Math.Min(bound, cost);
    }
}
