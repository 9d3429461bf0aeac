namespace Publish.Attacks.Systems;

/// <summary>
/// Cells, some of them known, and whole-number equations among them, each Σ coefficient · cell = 0. Built once, then
/// solved: which unknown cells do the known ones determine?
/// </summary>
public sealed class LinearSystem
{
    private readonly bool[] _known;
    private readonly List<int> _starts = [0];
    private readonly List<int> _cells = [];
    private readonly List<long> _coefficients = [];

    /// <summary>Creates a system without equations in which nothing is known.</summary>
    /// <param name="cells">Number of cells; they are numbered from 0.</param>
    public LinearSystem(int cells) => _known = new bool[cells];

    /// <summary>Number of cells.</summary>
    public int Cells => _known.Length;

    /// <summary>Number of equations.</summary>
    public int Equations => _starts.Count - 1;

    /// <summary>Whether a cell's value is known.</summary>
    /// <param name="cell">The cell.</param>
    public bool IsKnown(int cell) => _known[cell];

    /// <summary>Makes a cell's value known.</summary>
    /// <param name="cell">The cell.</param>
    public void MarkKnown(int cell) => _known[cell] = true;

    /// <summary>Adds the equation Σ coefficient · cell = 0. A cell that occurs twice counts with both coefficients.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="coefficients">As many coefficients, of magnitude at most 2^62.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public void AddEquation(ReadOnlySpan<int> cells, ReadOnlySpan<long> coefficients)
    {
        if (cells.Length != coefficients.Length)
        {
            throw new ArgumentException("Every cell of an equation has one coefficient.", nameof(coefficients));
        }

        _cells.AddRange(cells);
        _coefficients.AddRange(coefficients);
        _starts.Add(_cells.Count);
    }

    /// <summary>Adds the equation total = Σ parts.</summary>
    /// <param name="total">The cell that is the sum, or −1 for a sum that is 0.</param>
    /// <param name="parts">The cells summed.</param>
    public void AddSum(int total, ReadOnlySpan<int> parts)
    {
        foreach (var part in parts)
        {
            Add(part, -1);
        }

        if (total >= 0)
        {
            Add(total, 1);
        }

        _starts.Add(_cells.Count);
    }

    /// <summary>Solves.</summary>
    /// <param name="effort">How hard to try; <see langword="null"/> for the default.</param>
    /// <param name="isWanted">
    /// Which cells are asked about; <see langword="null"/> for all. Cells that no equation ties to one of these are left
    /// unproven.
    /// </param>
    public LinearSolution Solve(SolvingEffort? effort = null, Func<int, bool>? isWanted = null) =>
        LinearSolution.Of(this, effort ?? new SolvingEffort(), isWanted);

    internal ReadOnlySpan<int> CellsOf(int equation) => Span(_cells, equation);

    internal ReadOnlySpan<long> CoefficientsOf(int equation) => Span(_coefficients, equation);

    private ReadOnlySpan<T> Span<T>(List<T> list, int equation) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list)[_starts[equation].._starts[equation + 1]];

    private void Add(int cell, long coefficient)
    {
        _cells.Add(cell);
        _coefficients.Add(coefficient);
    }
}
