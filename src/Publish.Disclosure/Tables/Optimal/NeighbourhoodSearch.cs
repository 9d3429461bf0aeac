namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Makes a pattern cheaper where the system is too large to be searched as a whole: what turns out not to be needed is
/// published, then the search for the cheapest pattern goes through one neighbourhood after the other, all cells outside it
/// staying as they are. It proves no bound.
/// </summary>
/// <remarks>Large neighbourhood search: Shaw, <em>CP'98</em>; Pisinger and Ropke, <em>Handbook of Metaheuristics</em> (2010).</remarks>
internal sealed class NeighbourhoodSearch
{
    /// <summary>The cells a neighbourhood decides about: about as many as a table that is searched as a whole has.</summary>
    private const int MostOpen = 150;

    /// <summary>Of so many of them, those nearest to its middle, none is the middle of another.</summary>
    private const int Settled = 50;

    /// <summary>Iterations in a neighbourhood, for every attacker and column.</summary>
    private const int IterationsEach = 3;

    private readonly AttackerSystem _system;
    private readonly Attacker[] _attackers;
    private readonly CellChoice[] _choices;
    private readonly double[] _costs;
    private readonly SearchLimits _limits;
    private readonly PatternParts _parts;
    private readonly CellNeighbours _neighbours;
    private long _iterations;

    /// <param name="system">The system.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    /// <param name="limits">The iterations altogether, after which no neighbourhood is begun, and the nodes in each.</param>
    public NeighbourhoodSearch(
        AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, SearchLimits limits)
    {
        (_system, _attackers, _choices, _costs, _limits) = (system, attackers, choices, costs, limits);
        _parts = new PatternParts(system, attackers, choices, costs, limits.Threads);
        _neighbours = new CellNeighbours(system);
    }

    /// <summary>Searches.</summary>
    /// <param name="start">Where to start: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>The cheapest pattern found; nothing where the start could not be made safe.</returns>
    public CheapestPattern? Run(double[] start)
    {
        var widening = new PatternWidening(_system, _attackers, _choices);
        if (widening.Run(start, _costs) is not { } safe || _parts.Reduce(safe) is not { } best)
        {
            return null;
        }

        _iterations += widening.Iterations;
        var isSettled = new bool[_system.CellCount];
        while (_iterations + _parts.Iterations < _limits.Iterations && Middle(best.Suppressed, isSettled) is var middle and >= 0)
        {
            Improve(best.Suppressed, middle, isSettled);
        }

        // What a neighbourhood has changed may have made cells of another needless.
        var (suppressed, shields) = _parts.Reduce(best.Suppressed) ?? best;
        return new CheapestPattern(Array.ConvertAll(suppressed, part => part > 0), shields, Cost(suppressed), null);
    }

    /// <summary>The dearest suppressed cell that no neighbourhood has settled.</summary>
    private int Middle(double[] suppressed, bool[] isSettled) => Enumerable.Range(0, _system.CellCount)
        .Where(cell => _choices[cell] == CellChoice.Open && suppressed[cell] > 0 && !isSettled[cell])
        .OrderByDescending(cell => _costs[cell]).FirstOrDefault(-1);

    /// <summary>Searches around a cell; what is not near stays suppressed or published.</summary>
    private void Improve(double[] suppressed, int middle, bool[] isSettled)
    {
        var nearest = _neighbours.Nearest(middle, cell => _choices[cell] is CellChoice.Open or CellChoice.Free, MostOpen);
        nearest.Take(Settled).ToList().ForEach(cell => isSettled[cell] = true);
        var isNear = new bool[_system.CellCount];
        nearest.ForEach(cell => isNear[cell] = true);
        var part = SystemPart.Of(_system, cell => suppressed[cell] <= 0 && !isNear[cell])
            .Single(one => Array.BinarySearch(one.Cells, middle) >= 0);

        // Whoever does without all that is near cannot be kept from anything here.
        var attackers = part.AttackersOf(_parts.Kept(cell => suppressed[cell] <= 0 || isNear[cell]));
        var search = new PatternSearch(
            part.System,
            attackers,
            [.. part.Cells.Select(cell => isNear[cell] ? _choices[cell] : CellChoice.Suppressed)],
            part.Take(_costs),
            SearchLimits.For(IterationsEach, (long)attackers.Length * part.System.ColumnCount, _limits.Nodes, _limits.Threads));
        if (search.Run(part.Take(suppressed)) is { } found)
        {
            part.Put(Array.ConvertAll(found.IsSuppressed, isSuppressed => isSuppressed ? 1.0 : 0), suppressed);
        }

        _iterations += search.Iterations;
    }

    private double Cost(double[] suppressed) => Enumerable.Range(0, _system.CellCount)
        .Where(cell => _choices[cell] == CellChoice.Open).Sum(cell => suppressed[cell] * _costs[cell]);
}
