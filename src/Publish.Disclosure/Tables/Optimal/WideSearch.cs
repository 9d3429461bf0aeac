namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Makes a pattern cheaper where the system is too large to be searched as a whole: by neighbourhoods, then by publishing
/// what others can make up for; and proves a bound by the inequalities of the whole system, without branching.
/// </summary>
/// <remarks>
/// Each step has its share of the iterations, so that the time it takes is bounded on any machine and the answer the same.
/// </remarks>
internal sealed class WideSearch
{
    /// <summary>Attackers times columns of the programmes for the bound: memory is in proportion to it.</summary>
    private const long MostRootWork = 1_000_000;

    private readonly AttackerSystem _system;
    private readonly Attacker[] _attackers;
    private readonly CellChoice[] _choices;
    private readonly double[] _costs;
    private readonly SearchLimits _limits;
    private readonly PatternRepair _repair;

    /// <param name="system">The system.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    /// <param name="limits">The iterations altogether, and the nodes in each neighbourhood.</param>
    public WideSearch(AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, SearchLimits limits)
    {
        (_system, _attackers, _choices, _costs, _limits) = (system, attackers, choices, costs, limits);
        _repair = new PatternRepair(system, attackers, choices, costs, limits.Iterations / 4);
    }

    /// <summary>Searches.</summary>
    /// <param name="start">Where to start: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>The cheapest pattern found; nothing where the start could not be made safe.</returns>
    public CheapestPattern? Run(double[] start)
    {
        if (_repair.Run(start, _costs) is not { } cover)
        {
            return null;
        }

        new NeighbourhoodSearch(_system, _attackers, _choices, _costs, _limits with { Iterations = _limits.Iterations / 8 * 5 }).Run(cover);
        Publish(cover);
        var lowest = Bound(cover);
        return new CheapestPattern(Array.ConvertAll(cover.Suppressed, part => part > 0), cover.Shields(), cover.Cost, lowest);
    }

    /// <summary>Publishes what others can make up for, the dearest first.</summary>
    private void Publish(WitnessCover cover)
    {
        var end = _repair.Iterations + _limits.Iterations / 8;
        foreach (var cell in Enumerable.Range(0, _system.CellCount)
            .Where(cell => cover.IsSuppressed(cell) && _choices[cell] == CellChoice.Open)
            .OrderByDescending(cell => _costs[cell]).ToArray())
        {
            if (_repair.Iterations < end && cover.IsSuppressed(cell))
            {
                cover.TryPublish(cell, end - _repair.Iterations);
            }
        }
    }

    /// <summary>What no pattern costs less than that is safe from some of the attackers, and so none that is safe from all.</summary>
    private double Bound(WitnessCover cover)
    {
        Attacker[] attackers = [.. Enumerable.Range(0, _attackers.Length)
            .DistinctBy(index => cover[index])
            .OrderByDescending(index => cover[index].Cells.Where(cell => _choices[cell] == CellChoice.Open).Sum(cell => _costs[cell]))
            .Take((int)(MostRootWork / _system.ColumnCount)).Order()
            .Select(index => _attackers[index])];
        return new RootBound(_system, attackers, _choices, _costs, _limits with { Iterations = _limits.Iterations / 4 })
            .Run(cover.Suppressed, cover.Cost);
    }
}
