namespace Publish.Disclosure.Tables;

/// <summary>
/// Secondary suppression without exact disclosure, in any system of cells: hierarchical, linked, of any dimension
/// (Langsrud, <em>Privacy in Statistical Databases</em> 2024, seen from the side of the moves).
/// </summary>
/// <remarks>
/// Guarantee: no suppressed cell is determined by the published ones through the system's equations. Each one, primary
/// or secondary, is changed by a move that changes nothing published, so there is another table with the same
/// published cells. Intervals may still be narrow.
/// </remarks>
public static class SecondarySuppression
{
    /// <summary>Chooses a cheap set of cells to suppress.</summary>
    /// <param name="system">The cells and what ties them.</param>
    /// <param name="roles">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each cell costs, at least 0; dear cells are published first.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentException">The arrays disagree about the number of cells.</exception>
    public static SuppressionPattern Protect(
        CellSystem system, IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(costs);
        if (roles.Count != system.CellCount || costs.Count != system.CellCount)
        {
            throw new ArgumentException("Every cell has a role and a cost.", nameof(roles));
        }

        var moves = system.Moves(roles);
        var isProtected = new bool[system.CellCount];
        var isSuppressed = new bool[system.CellCount];
        var shields = new int[system.CellCount];
        Array.Fill(shields, -1);
        var unprotected = new List<int>();
        for (var cell = 0; cell < isProtected.Length; cell++)
        {
            if (roles[cell] == CellRole.Candidate)
            {
                continue;
            }

            isSuppressed[cell] = roles[cell] == CellRole.Primary;
            isProtected[cell] = isSuppressed[cell] && moves.Count(cell) > 0;
            if (isSuppressed[cell] && !isProtected[cell])
            {
                unprotected.Add(cell);
            }

            moves.Settle(cell);
        }

        foreach (var cell in Order(roles, costs, moves))
        {
            shields[cell] = moves.TryFix(cell, isProtected);
            if (shields[cell] >= 0)
            {
                // It stays in series with the cell it shields, so it is never solved while that one is not.
                isSuppressed[cell] = true;
                moves.Settle(cell);
            }
        }

        return new SuppressionPattern(isSuppressed, shields, unprotected);
    }

    private static int[] Order(
        IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs, MoveSpace moves) =>
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
