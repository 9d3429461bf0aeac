namespace Publish.Disclosure.Tables.Cover;

/// <summary>Which cells are suppressed so far: the primary ones, and those that a move in use changes.</summary>
internal sealed class CellState
{
    private readonly bool[] _isFree;
    private readonly double[] _costs;
    private readonly int[] _uses;

    public CellState(SuppressionProblem problem, int cellCount)
    {
        _isFree = new bool[cellCount];
        _costs = new double[cellCount];
        _uses = new int[cellCount];
        for (var cell = 0; cell < cellCount; cell++)
        {
            _isFree[cell] = problem.Roles[cell] is CellRole.Primary or CellRole.Hidden;

            // One suppression is worth something even where it hides nothing.
            _costs[cell] = problem.Roles[cell] == CellRole.Known ? double.PositiveInfinity : problem.Costs[cell] + SuppressionCost;
        }
    }

    /// <summary>What each suppression costs beside what it hides, so that fewer are preferred among equals.</summary>
    private const double SuppressionCost = 0.01;

    /// <summary>Takes cells for suppressed, whatever moves do.</summary>
    public void Free(bool[] isSuppressed)
    {
        for (var cell = 0; cell < _isFree.Length; cell++)
        {
            _isFree[cell] |= isSuppressed[cell];
        }
    }

    /// <summary>The moves that change a cell.</summary>
    public int Uses(int cell) => _uses[cell];

    public bool IsSuppressed(int cell) => _isFree[cell] || _uses[cell] > 0;

    /// <summary>What it costs more to change a cell, to someone who gives up the cells that only they use.</summary>
    public double Cost(int cell, HashSet<int>? givenUp) =>
        _isFree[cell] || (_uses[cell] > 0 && (_uses[cell] > 1 || givenUp is null || !givenUp.Contains(cell))) ? 0 : _costs[cell];

    public void Use(int cell) => _uses[cell]++;

    public void GiveUp(int cell) => _uses[cell]--;
}
