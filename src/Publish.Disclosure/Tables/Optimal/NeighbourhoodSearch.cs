namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Makes a pattern cheaper by the search for the cheapest pattern in one neighbourhood after the other, all cells outside it
/// staying as they are.
/// </summary>
/// <remarks>Large neighbourhood search: Shaw, <em>CP'98</em>; Pisinger and Ropke, <em>Handbook of Metaheuristics</em> (2010).</remarks>
internal sealed class NeighbourhoodSearch
{
    /// <summary>The cells a neighbourhood decides about: about as many as a table that is searched as a whole has.</summary>
    private const int MostOpen = 150;

    /// <summary>Neighbourhoods are not made smaller than this.</summary>
    private const int LeastOpen = 15;

    /// <summary>Of so many parts of a neighbourhood, the part nearest to its middle holds no middle of another.</summary>
    private const int SettledPart = 3;

    /// <summary>Attackers times columns of a neighbourhood; where there are more it is made smaller.</summary>
    private const long MostWork = 60_000;

    /// <summary>Iterations in a neighbourhood, for every attacker and column.</summary>
    private const int IterationsEach = 3;

    /// <summary>Neighbourhoods in a row that gain nothing, after which no other is begun.</summary>
    private const int MostFruitless = 8;

    private readonly AttackerSystem _system;
    private readonly Attacker[] _attackers;
    private readonly CellChoice[] _choices;
    private readonly double[] _costs;
    private readonly SearchLimits _limits;
    private readonly CellNeighbours _neighbours;

    /// <param name="system">The system.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    /// <param name="limits">The iterations altogether, after which no neighbourhood is begun, and the nodes in each.</param>
    public NeighbourhoodSearch(
        AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, SearchLimits limits)
    {
        (_system, _attackers, _choices, _costs, _limits) = (system, attackers, choices, costs, limits);
        _neighbours = new CellNeighbours(system);
    }

    /// <summary>Iterations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>Searches, around the dearest suppressed cells first.</summary>
    /// <param name="cover">The pattern, which is changed.</param>
    public void Run(WitnessCover cover)
    {
        var (isSettled, fruitless, cost) = (new bool[_system.CellCount], 0, cover.Cost);
        while (Iterations < _limits.Iterations && fruitless < MostFruitless && Middle(cover, isSettled) is var middle and >= 0)
        {
            var open = MostOpen;
            while (!TryImprove(cover, middle, open, isSettled) && open > LeastOpen)
            {
                open /= 2;
            }

            isSettled[middle] = true;
            (fruitless, cost) = cover.Cost < cost ? (0, cover.Cost) : (fruitless + 1, cost);
        }
    }

    /// <summary>The dearest suppressed cell that no neighbourhood has settled.</summary>
    private int Middle(WitnessCover cover, bool[] isSettled) => Enumerable.Range(0, _system.CellCount)
        .Where(cell => _choices[cell] == CellChoice.Open && cover.IsSuppressed(cell) && !isSettled[cell])
        .OrderByDescending(cell => _costs[cell]).FirstOrDefault(-1);

    /// <summary>Searches around a cell; what is not near stays suppressed or published.</summary>
    /// <returns>False where that would be too much work.</returns>
    private bool TryImprove(WitnessCover cover, int middle, int open, bool[] isSettled)
    {
        var nearest = _neighbours.Nearest(middle, cell => _choices[cell] is CellChoice.Open or CellChoice.Free, open);
        var isNear = new bool[_system.CellCount];
        nearest.ForEach(cell => isNear[cell] = true);
        Release(cover, isNear);
        var part = SystemPart.Of(_system, cell => !cover.IsSuppressed(cell) && !isNear[cell])
            .Single(one => Array.BinarySearch(one.Cells, middle) >= 0);
        var asked = UsersIn(part, cover, isNear);
        var work = (long)asked.Length * part.System.ColumnCount;
        if (work > MostWork)
        {
            return false;
        }

        var search = new PatternSearch(
            part.System,
            part.AttackersOf(asked.Select(index => _attackers[index])),
            [.. part.Cells.Select(cell => isNear[cell] ? _choices[cell] : CellChoice.Suppressed)],
            part.Take(_costs),
            SearchLimits.For(IterationsEach, work, _limits.Nodes, _limits.Threads));
        if (search.Run(part.Take(cover.Suppressed)) is { } found)
        {
            Put(cover, part, asked, search.Witnesses(found));
        }

        nearest.Take(open / SettledPart).ToList().ForEach(cell => isSettled[cell] = true);
        Iterations += search.Iterations;
        return true;
    }

    /// <summary>Gives those who can do without all that is near witnesses that do: they are kept from nothing here.</summary>
    private void Release(WitnessCover cover, bool[] isNear)
    {
        foreach (var part in SystemPart.Of(_system, cell => !cover.IsSuppressed(cell) || (isNear[cell] && _choices[cell] != CellChoice.Suppressed)))
        {
            var users = UsersIn(part, cover, isNear);
            if (users.Length > 0)
            {
                var all = new Attackers(part.System, part.AttackersOf(users.Select(index => _attackers[index])), part.Take(_choices), _limits.Threads);
                Put(cover, part, users, all.Witnesses([.. part.Cells.Select(_ => 1.0)]));
                Iterations += all.Iterations;
            }
        }
    }

    private static void Put(WitnessCover cover, SystemPart part, int[] indices, Witness?[] witnesses)
    {
        foreach (var (index, witness) in indices.Zip(witnesses))
        {
            cover.Put(index, witness is null ? cover[index] : part.Whole(witness));
        }
    }

    /// <summary>The attackers of a part that need what is near.</summary>
    private int[] UsersIn(SystemPart part, WitnessCover cover, bool[] isNear) =>
    [
        .. Enumerable.Range(0, _attackers.Length).Where(index => Array.BinarySearch(part.Cells, _attackers[index].Cell) >= 0
            && Array.Exists(cover[index].Cells, cell => isNear[cell] && _choices[cell] != CellChoice.Suppressed)),
    ];
}
