namespace Publish.Disclosure.Tables.Intervals;

/// <summary>
/// What an intruder may think of one measure: by how much each variable (a class, or a cell where equations are given)
/// can differ from its true value, so that everything published stays as it is. Only variables that can differ at all are
/// there.
/// </summary>
internal sealed class IntervalSystem
{
    private readonly List<(int Variable, int Coefficient)[]> _rows = [];
    private readonly List<Int128?> _rowLowers = [];
    private readonly int[] _variableOf;
    private readonly List<Int128> _lowers = [];
    private readonly List<int> _items = [];

    private IntervalSystem(int count)
    {
        _variableOf = new int[count];
        Array.Fill(_variableOf, -1);
    }

    /// <summary>The least change of each variable; there is no greatest.</summary>
    public IReadOnlyList<Int128> Lowers => _lowers;

    /// <summary>The rows: sums that do not change, or by no less than a bound.</summary>
    public IReadOnlyList<(int Variable, int Coefficient)[]> Rows => _rows;

    /// <summary>The least change of each row; <see langword="null"/> where it must not change.</summary>
    public IReadOnlyList<Int128?> RowLowers => _rowLowers;

    /// <summary>The variable of a class or cell of the problem's system, or −1 when it cannot change.</summary>
    public int VariableOf(int item) => _variableOf[item];

    /// <summary>The class or cell that a variable stands for.</summary>
    public int ItemOf(int variable) => _items[variable];

    /// <summary>Writes down what can change.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="demand">The measure.</param>
    /// <param name="isPublished">The cells that the intruder knows.</param>
    /// <param name="classes">The classes of each cell; <see langword="null"/> where equations are given.</param>
    public static IntervalSystem Of(
        SuppressionProblem problem, IntervalDemand demand, bool[] isPublished, ClassesOfCells? classes)
    {
        var values = problem.System.CellValues(demand.ClassValues);
        return classes is null
            ? FromEquations(problem, demand, isPublished, values)
            : FromClasses(problem, demand, isPublished, classes, values);
    }

    private static IntervalSystem FromEquations(
        SuppressionProblem problem, IntervalDemand demand, bool[] isPublished, Int128[] values)
    {
        var system = new IntervalSystem(values.Length);
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (!isPublished[cell])
            {
                system.AddVariable(cell, (demand.Least?[cell] ?? 0) - values[cell]);
            }
        }

        var rows = problem.System.Rows;
        for (var row = 0; row < rows.RowCount; row++)
        {
            system.AddRow(
                Enumerable.Range(rows.Starts[row], rows.Starts[row + 1] - rows.Starts[row])
                    .Select(entry => (rows.Cells[entry], rows.Coefficient(entry))),
                null);
        }

        return system;
    }

    private static IntervalSystem FromClasses(
        SuppressionProblem problem, IntervalDemand demand, bool[] isPublished, ClassesOfCells classes, Int128[] values)
    {
        var system = new IntervalSystem(problem.System.ClassCount);
        var isFixed = classes.FixedBy(isPublished);
        for (var item = 0; item < isFixed.Length; item++)
        {
            if (!isFixed[item])
            {
                system.AddVariable(item, -demand.ClassValues[item]);
            }
        }

        for (var cell = 0; cell < values.Length; cell++)
        {
            if (isPublished[cell])
            {
                system.AddRow(classes.Entries(cell), null);
            }
            else if (demand.Least?[cell] is { } least && least > 0)
            {
                system.AddRow(classes.Entries(cell), least - values[cell]);
            }
        }

        return system;
    }

    private void AddVariable(int item, Int128 lower)
    {
        _variableOf[item] = _lowers.Count;
        _items.Add(item);
        _lowers.Add(Int128.Min(0, lower));
    }

    private void AddRow(IEnumerable<(int Item, int Coefficient)> entries, Int128? lower)
    {
        (int, int)[] row = [.. entries.Where(entry => _variableOf[entry.Item] >= 0).Select(entry => (_variableOf[entry.Item], entry.Coefficient))];
        if (row.Length == 1 && lower is { } least && row[0].Item2 == 1)
        {
            _lowers[row[0].Item1] = Int128.Max(_lowers[row[0].Item1], Int128.Min(0, least));
        }
        else if (row.Length > 0)
        {
            _rows.Add(row);
            _rowLowers.Add(lower is { } bound ? Int128.Min(0, bound) : null);
        }
    }
}
