using System.Numerics;

namespace Publish.Attacks.Systems;

/// <summary>
/// What the known cells of a system determine. Every unknown cell is in exactly one of three states: solved; proven
/// free, by a whole-number vector checked against the equations (two tables that agree on everything known and
/// differ in this cell); or not proven.
/// </summary>
public sealed class LinearSolution
{
    private readonly LinearSystem _system;
    private readonly Component[] _components;
    private readonly ComponentSolution[] _solutions;
    private readonly int[] _componentOf;

    private LinearSolution(LinearSystem system, SolvingEffort effort, Func<int, bool>? isWanted)
    {
        _system = system;
        (_components, _componentOf) = ComponentSplitter.Split(system);
        _solutions = new ComponentSolution[_components.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = effort.Threads };
        Parallel.For(0, _components.Length, options, index =>
            _solutions[index] = isWanted is null || Array.Exists(_components[index].Cells, cell => isWanted(cell))
                ? ComponentSolution.Of(_components[index].Matrix, effort.Coefficients)
                : ComponentSolution.Unsolved(_components[index].Matrix));
        Solved = CellsIn(CellState.Solved);
        Unproven = CellsIn(CellState.Unproven);
    }

    /// <summary>Unknown cells that the known ones determine, ascending. <see cref="Derive"/> proves each.</summary>
    public IReadOnlyList<int> Solved { get; }

    /// <summary>Unknown cells about which nothing could be proven within the effort, ascending.</summary>
    public IReadOnlyList<int> Unproven { get; }

    /// <summary>Unknown cells that occur in an equation.</summary>
    public int Unknowns => _components.Sum(component => component.Cells.Length);

    /// <summary>Equations with at least one unknown cell.</summary>
    public int Equations => _components.Sum(component => component.Equations.Length);

    /// <summary>Independent parts the unknown cells fall into.</summary>
    public int Components => _components.Length;

    /// <summary>Unknown cells of the largest part.</summary>
    public int LargestComponent => _components.Length == 0 ? 0 : _components.Max(component => component.Cells.Length);

    internal static LinearSolution Of(LinearSystem system, SolvingEffort effort, Func<int, bool>? isWanted) => new(system, effort, isWanted);

    /// <summary>The arithmetic that gives a solved cell.</summary>
    /// <param name="cell">An unknown cell.</param>
    /// <returns>
    /// The proof, checked over the rationals; <see langword="null"/> when the cell is not solved, or when fractions
    /// are too large to be recovered.
    /// </returns>
    public Derivation? Derive(int cell)
    {
        var index = _componentOf[cell];
        if (index < 0 || _solutions[index].Derive(_components[index].Matrix, LocalIndex(index, cell)) is not { } found)
        {
            return null;
        }

        var sums = new SortedDictionary<int, BigInteger>();
        foreach (var (row, factor) in found.Factors)
        {
            var equation = _components[index].Equations[row];
            var cells = _system.CellsOf(equation);
            for (var i = 0; i < cells.Length; i++)
            {
                if (_system.IsKnown(cells[i]))
                {
                    sums.TryGetValue(cells[i], out var sum);
                    sums[cells[i]] = sum - (factor * _system.CoefficientsOf(equation)[i]);
                }
            }
        }

        return new Derivation(
            cell,
            [.. sums.Where(term => !term.Value.IsZero).Select(term => (term.Key, term.Value))],
            found.Denominator);
    }

    private int LocalIndex(int component, int cell) => Array.BinarySearch(_components[component].Cells, cell);

    private List<int> CellsIn(CellState state)
    {
        var cells = new List<int>();
        for (var index = 0; index < _components.Length; index++)
        {
            for (var local = 0; local < _components[index].Cells.Length; local++)
            {
                if (_solutions[index].States[local] == state)
                {
                    cells.Add(_components[index].Cells[local]);
                }
            }
        }

        cells.Sort();
        return cells;
    }
}
