namespace Publish.Disclosure.Tables.Optimal;

/// <summary>Makes safe patterns of hints.</summary>
internal sealed class PatternRepair
{
    private readonly LeastCostChanges _changes;
    private readonly Attacker[] _attackers;
    private readonly CellChoice[] _choices;
    private readonly double[] _costs;
    private readonly long _mostIterations;

    /// <param name="system">The system.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    /// <param name="mostIterations">After so many nothing is found any more.</param>
    public PatternRepair(AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, long mostIterations)
    {
        (_attackers, _choices, _costs, _mostIterations) = (attackers, choices, costs, mostIterations);
        _changes = new LeastCostChanges(system, attackers, choices);
    }

    /// <summary>Iterations so far.</summary>
    public long Iterations => _changes.Iterations;

    /// <summary>Makes a safe pattern.</summary>
    /// <param name="hint">Where to start: the cells suppressed from the beginning.</param>
    /// <param name="hintCosts">What suppressing each of the others seems to cost, at least 0.</param>
    /// <returns>The pattern, or <see langword="null"/> where none was found.</returns>
    public WitnessCover? Run(double[] hint, double[] hintCosts)
    {
        var cover = new WitnessCover(_changes, _attackers, _choices, _costs);
        if (!cover.Fill(hint, hintCosts, _mostIterations - Iterations))
        {
            return null;
        }

        for (var hasChanged = true; hasChanged && Iterations < _mostIterations;)
        {
            hasChanged = false;
            foreach (var index in Enumerable.Range(0, _attackers.Length).OrderByDescending(cover.OwnCost).ToArray())
            {
                hasChanged |= cover.TryReplace(index);
            }
        }

        return cover;
    }
}
