namespace Publish.Disclosure.Tables.Cover;

/// <summary>Counts which cells the moves in use change, and what other moves would cost beside them.</summary>
internal sealed class MovesInUse(ClassGrid grid, CellState state)
{
    /// <summary>The cells that no moves but these change.</summary>
    public HashSet<int> CellsUsedOnlyBy(ProductMove[] moves)
    {
        var cells = new HashSet<int>();
        Visit(moves, cell =>
        {
            if (state.Uses(cell) == 1)
            {
                cells.Add(cell);
            }
        });
        return cells;
    }

    /// <summary>What cells cost that are given up.</summary>
    public double Worth(HashSet<int> givenUp) => givenUp.Sum(cell => state.Cost(cell, givenUp));

    /// <summary>What moves cost to someone who gives cells up.</summary>
    public double Cost(ProductMove[] moves, HashSet<int> givenUp)
    {
        var cost = 0.0;
        Visit(moves, cell => cost += state.Cost(cell, givenUp));
        return cost;
    }

    public void Use(ProductMove[] moves) => Visit(moves, state.Use);

    public void GiveUp(ProductMove[] moves) => Visit(moves, state.GiveUp);

    private void Visit(ProductMove[] moves, Action<int> visit)
    {
        foreach (var move in moves)
        {
            move.Visit(grid, (cell, _) => visit(cell));
        }
    }
}
