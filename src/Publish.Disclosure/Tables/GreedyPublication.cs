namespace Publish.Disclosure.Tables;

/// <summary>
/// Publishes candidates from the dearest to the cheapest, each unless it would give a primary cell away. What is left
/// is suppressed.
/// </summary>
/// <remarks>
/// A candidate that is refused is in series with a primary cell: fixing more cells leaves them in series, so the
/// candidate is not solved as long as the primary is not, and never has to be looked at again. A candidate that is
/// solved by the time its turn comes shields nothing and is published.
/// </remarks>
internal sealed class GreedyPublication
{
    private readonly IReadOnlyList<CellRole> roles;
    private readonly IReadOnlyList<double> costs;
    private readonly MoveSpace moves;
    private readonly bool[] isProtected;
    private readonly bool[] isSuppressed;
    private readonly int[] shields;
    private readonly List<int> unprotected = [];

    public GreedyPublication(CellSystem system, IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs)
    {
        this.roles = roles;
        this.costs = costs;
        moves = system.Moves(roles);
        isProtected = new bool[system.CellCount];
        isSuppressed = new bool[system.CellCount];
        shields = new int[system.CellCount];
        Array.Fill(shields, -1);
    }

    public SuppressionPattern Run()
    {
        for (var cell = 0; cell < roles.Count; cell++)
        {
            if (roles[cell] != CellRole.Candidate)
            {
                Settle(cell);
            }
        }

        foreach (var cell in Order())
        {
            shields[cell] = moves.TryFix(cell, isProtected);
            if (shields[cell] >= 0)
            {
                isSuppressed[cell] = true;
                moves.Settle(cell);
            }
        }

        return new SuppressionPattern(isSuppressed, shields, unprotected);
    }

    private void Settle(int cell)
    {
        if (roles[cell] == CellRole.Primary)
        {
            isSuppressed[cell] = true;
            isProtected[cell] = moves.Count(cell) > 0;
            if (!isProtected[cell])
            {
                unprotected.Add(cell);
            }
        }

        moves.Settle(cell);
    }

    /// <summary>Dear before cheap; of equals, those that more moves change (the coarser ones), then in their order.</summary>
    private int[] Order() =>
        Enumerable.Range(0, roles.Count)
            .Where(cell => roles[cell] == CellRole.Candidate && moves.Count(cell) > 0)
            .Select(cell => (Cell: cell, Cost: costs[cell], Count: moves.Count(cell)))
            .ToArray()
            .OrderByDescending(candidate => candidate.Cost)
            .ThenByDescending(candidate => candidate.Count)
            .ThenBy(candidate => candidate.Cell)
            .Select(candidate => candidate.Cell)
            .ToArray();
}
