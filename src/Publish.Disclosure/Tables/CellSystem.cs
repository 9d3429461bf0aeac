namespace Publish.Disclosure.Tables;

/// <summary>
/// The cells of all tables together and what ties them to each other, given in one of two ways: by equations that
/// every possible set of tables fulfils, or by contributions, of which every possible set of tables is a sum.
/// </summary>
/// <remarks>
/// A <em>move</em> is a change of the cells that leads from one possible set of tables to another (Diaconis and
/// Sturmfels 1998): a vector v with A·v = 0 for the equations A, or v = X·y for the contributions X. A suppressed cell
/// can be worked out from the published ones exactly if every move that leaves all published cells alone leaves it
/// alone too.
/// </remarks>
public sealed class CellSystem
{
    private readonly SparseRows _rows;
    private readonly bool _areEquations;

    private CellSystem(int cellCount, SparseRows rows, bool areEquations)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Cells.Any(cell => (uint)cell >= (uint)cellCount))
        {
            throw new ArgumentException("A row names a cell that is not there.", nameof(rows));
        }

        CellCount = cellCount;
        _rows = rows;
        _areEquations = areEquations;
    }

    /// <summary>The number of cells.</summary>
    public int CellCount { get; }

    /// <summary>
    /// The number of classes, that is of indivisible contributions; of a system given by equations every cell is one.
    /// </summary>
    public int ClassCount => _areEquations ? CellCount : _rows.RowCount;

    /// <summary>True when <see cref="Rows"/> are equations, false when they are contributions.</summary>
    internal bool AreEquations => _areEquations;

    /// <summary>The equations, or the contributions.</summary>
    internal SparseRows Rows => _rows;

    /// <summary>How much there is to reckon with: the entries of all rows.</summary>
    internal int EntryCount => _rows.Cells.Length;

    /// <summary>A system given by equations: the sum of coefficient times cell is constant in each row.</summary>
    /// <param name="cellCount">The number of cells.</param>
    /// <param name="equations">One row an equation.</param>
    /// <returns>The system.</returns>
    public static CellSystem FromEquations(int cellCount, SparseRows equations) => new(cellCount, equations, true);

    /// <summary>
    /// A system given by contributions: each row lists the cells one indivisible contribution is counted in, and how
    /// often. Nothing is missed, whatever the tables have in common: every relation between cells that holds for all
    /// contributions is one of the system's.
    /// </summary>
    /// <param name="cellCount">The number of cells.</param>
    /// <param name="contributions">One row a kind of contribution.</param>
    /// <returns>The system.</returns>
    public static CellSystem FromContributions(int cellCount, SparseRows contributions) =>
        new(cellCount, contributions, false);

    /// <summary>What each cell holds of a measure that is given for each class.</summary>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="Int128"/>.</exception>
    internal Int128[] CellValues(IReadOnlyList<Int128> classValues)
    {
        if (_areEquations)
        {
            return [.. classValues];
        }

        var values = new Int128[CellCount];
        for (var row = 0; row < _rows.RowCount; row++)
        {
            for (var entry = _rows.Starts[row]; entry < _rows.Starts[row + 1]; entry++)
            {
                ref var value = ref values[_rows.Cells[entry]];
                value = checked(value + _rows.Coefficient(entry) * classValues[row]);
            }
        }

        return values;
    }

    /// <summary>
    /// The moves that leave the known cells alone. The costs only decide which moves come first, and so which are
    /// likely to be eliminated with: those among small cells, one and the same category in every line as far as margins
    /// multiply, because then the others stay short.
    /// </summary>
    internal MoveSpace Moves(
        IReadOnlyList<CellRole> roles, IReadOnlyList<double>? costs = null, EliminationEffort? effort = null)
    {
        var known = new bool[CellCount];
        for (var cell = 0; cell < known.Length; cell++)
        {
            known[cell] = roles[cell] == CellRole.Known;
        }

        return _areEquations ? FromUnits(known, effort) : FromContributions(known, costs, effort);
    }

    private MoveSpace FromContributions(bool[] known, IReadOnlyList<double>? costs, EliminationEffort? effort)
    {
        var order = Enumerable.Range(0, _rows.RowCount).ToArray();
        if (costs is not null)
        {
            var logarithms = costs.Select(cost => Math.Log(1 + cost)).ToArray();
            Array.Sort(Array.ConvertAll(order, row => (Score(row, logarithms), row)), order);
        }

        var space = new MoveSpace(CellCount, _rows, order, effort);
        for (var cell = 0; cell < known.Length; cell++)
        {
            if (known[cell])
            {
                space.Fix(cell);
            }
        }

        return space;
    }

    private double Score(int row, double[] logarithms)
    {
        var score = 0.0;
        foreach (var cell in _rows.Cells.AsSpan(_rows.Starts[row].._rows.Starts[row + 1]))
        {
            score += logarithms[cell];
        }

        return score;
    }

    /// <summary>Every unknown cell may change freely, until the equations are imposed, the shortest first.</summary>
    private MoveSpace FromUnits(bool[] known, EliminationEffort? effort)
    {
        var unknown = Enumerable.Range(0, CellCount).Where(cell => !known[cell]).ToArray();
        var units = new SparseRows([.. Enumerable.Range(0, unknown.Length + 1)], unknown);
        var space = new MoveSpace(CellCount, units, [.. Enumerable.Range(0, unknown.Length)], effort);
        var order = Enumerable.Range(0, _rows.RowCount)
            .OrderBy(row => _rows.Cells[_rows.Starts[row].._rows.Starts[row + 1]].Count(cell => !known[cell]));
        foreach (var row in order)
        {
            space.Impose(_rows, row);
        }

        return space;
    }
}
