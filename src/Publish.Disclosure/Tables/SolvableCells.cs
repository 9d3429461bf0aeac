namespace Publish.Disclosure.Tables;

/// <summary>Finds the suppressed cells that the published ones give away exactly.</summary>
public static class SolvableCells
{
    /// <summary>Tells for each cell whether it is suppressed and yet determined by the published ones.</summary>
    /// <param name="system">The cells and what ties them.</param>
    /// <param name="isSuppressed">The cells that are not published.</param>
    /// <returns>
    /// True for each suppressed cell that is solvable. A cell that is not marked is proven not to be; a marked one is
    /// solvable unless coefficients left 32 bits on the way, which no table does.
    /// </returns>
    public static bool[] Find(CellSystem system, IReadOnlyList<bool> isSuppressed)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(isSuppressed);
        var roles = isSuppressed.Select(hidden => hidden ? CellRole.Hidden : CellRole.Known).ToArray();
        var moves = system.Moves(roles);
        return [.. isSuppressed.Select((hidden, cell) => hidden && moves.Count(cell) == 0)];
    }
}
