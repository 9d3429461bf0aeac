namespace Publish.LinearPrograms;

/// <summary>
/// A linear programme: the least (or greatest) cost·x over all x whose variables and rows A·x lie within their bounds.
/// </summary>
/// <remarks>
/// It can grow, and its costs and bounds can change; <see cref="SimplexSolver"/> then goes on from where it stood.
/// Coefficients, once given, stay. All numbers are plain; the solver scales its own copy.
/// </remarks>
public sealed class LinearProgram
{
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<double> _costs = [];
    private readonly List<double> _rowLower = [];
    private readonly List<double> _rowUpper = [];
    private readonly List<LinearProgramEntry> _entries = [];
    private readonly HashSet<int> _seen = [];

    /// <summary>The number of variables.</summary>
    public int VariableCount => _costs.Count;

    /// <summary>The number of rows.</summary>
    public int RowCount => _rowLower.Count;

    /// <summary>True to seek the greatest value of the objective, false (the default) to seek the least.</summary>
    public bool IsMaximised { get; set; }

    /// <summary>The coefficients that are not zero, in the order they were given.</summary>
    public IReadOnlyList<LinearProgramEntry> Entries => _entries;

    /// <summary>Adds a variable.</summary>
    /// <param name="lower">Its least value; may be −∞.</param>
    /// <param name="upper">Its greatest value, at least <paramref name="lower"/>; may be +∞.</param>
    /// <param name="cost">Its coefficient in the objective, finite.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="ArgumentException">A number is out of place.</exception>
    public int AddVariable(double lower, double upper, double cost) => AddVariable(lower, upper, cost, [], []);

    /// <summary>Adds a variable with coefficients in rows that are there already.</summary>
    /// <inheritdoc cref="AddVariable(double, double, double)"/>
    /// <param name="lower">Its least value; may be −∞.</param>
    /// <param name="upper">Its greatest value, at least <paramref name="lower"/>; may be +∞.</param>
    /// <param name="cost">Its coefficient in the objective, finite.</param>
    /// <param name="rows">Rows, none twice.</param>
    /// <param name="coefficients">The coefficient in each of <paramref name="rows"/>, finite.</param>
    public int AddVariable(
        double lower, double upper, double cost, ReadOnlySpan<int> rows, ReadOnlySpan<double> coefficients)
    {
        CheckBounds(lower, upper);
        CheckCost(cost);
        CheckEntries(rows, coefficients, RowCount);
        for (var entry = 0; entry < rows.Length; entry++)
        {
            AddEntry(rows[entry], VariableCount, coefficients[entry]);
        }

        _lower.Add(lower);
        _upper.Add(upper);
        _costs.Add(cost);
        return VariableCount - 1;
    }

    /// <summary>Adds a row: lower ≤ coefficients·x ≤ upper.</summary>
    /// <param name="lower">Its least value; may be −∞.</param>
    /// <param name="upper">Its greatest value, at least <paramref name="lower"/>; may be +∞.</param>
    /// <param name="variables">Variables, none twice.</param>
    /// <param name="coefficients">The coefficient of each of <paramref name="variables"/>, finite.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="ArgumentException">A number is out of place.</exception>
    public int AddRow(double lower, double upper, ReadOnlySpan<int> variables, ReadOnlySpan<double> coefficients)
    {
        CheckBounds(lower, upper);
        CheckEntries(variables, coefficients, VariableCount);
        for (var entry = 0; entry < variables.Length; entry++)
        {
            AddEntry(RowCount, variables[entry], coefficients[entry]);
        }

        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        return RowCount - 1;
    }

    /// <summary>The bounds of a variable.</summary>
    /// <param name="variable">Its index.</param>
    /// <returns>Its least and its greatest value.</returns>
    public (double Lower, double Upper) Bounds(int variable) => (_lower[variable], _upper[variable]);

    /// <summary>Changes the bounds of a variable.</summary>
    /// <param name="variable">Its index.</param>
    /// <param name="lower">Its least value; may be −∞.</param>
    /// <param name="upper">Its greatest value, at least <paramref name="lower"/>; may be +∞.</param>
    /// <exception cref="ArgumentException">A number is out of place.</exception>
    public void SetBounds(int variable, double lower, double upper)
    {
        CheckBounds(lower, upper);
        (_lower[variable], _upper[variable]) = (lower, upper);
    }

    /// <summary>The bounds of a row.</summary>
    /// <param name="row">Its index.</param>
    /// <returns>Its least and its greatest value.</returns>
    public (double Lower, double Upper) RowBounds(int row) => (_rowLower[row], _rowUpper[row]);

    /// <summary>Changes the bounds of a row.</summary>
    /// <param name="row">Its index.</param>
    /// <param name="lower">Its least value; may be −∞.</param>
    /// <param name="upper">Its greatest value, at least <paramref name="lower"/>; may be +∞.</param>
    /// <exception cref="ArgumentException">A number is out of place.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        CheckBounds(lower, upper);
        (_rowLower[row], _rowUpper[row]) = (lower, upper);
    }

    /// <summary>A variable's coefficient in the objective.</summary>
    /// <param name="variable">Its index.</param>
    /// <returns>The coefficient.</returns>
    public double Cost(int variable) => _costs[variable];

    /// <summary>Changes a variable's coefficient in the objective.</summary>
    /// <param name="variable">Its index.</param>
    /// <param name="cost">The coefficient, finite.</param>
    /// <exception cref="ArgumentException">The coefficient is not finite.</exception>
    public void SetCost(int variable, double cost)
    {
        CheckCost(cost);
        _costs[variable] = cost;
    }

    private void AddEntry(int row, int variable, double coefficient)
    {
        if (coefficient != 0)
        {
            _entries.Add(new LinearProgramEntry(row, variable, coefficient));
        }
    }

    private static void CheckBounds(double lower, double upper)
    {
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
        {
            throw new ArgumentException($"No number lies between {lower} and {upper}.");
        }
    }

    private static void CheckCost(double cost)
    {
        if (!double.IsFinite(cost))
        {
            throw new ArgumentException("A cost must be finite.", nameof(cost));
        }
    }

    private void CheckEntries(ReadOnlySpan<int> indices, ReadOnlySpan<double> coefficients, int count)
    {
        if (indices.Length != coefficients.Length)
        {
            throw new ArgumentException("Every entry has one coefficient.", nameof(coefficients));
        }

        _seen.Clear();
        for (var entry = 0; entry < indices.Length; entry++)
        {
            if ((uint)indices[entry] >= (uint)count || !_seen.Add(indices[entry]))
            {
                throw new ArgumentException("An entry lies outside the programme, or is there twice.", nameof(indices));
            }

            if (!double.IsFinite(coefficients[entry]))
            {
                throw new ArgumentException("A coefficient must be finite.", nameof(coefficients));
            }
        }
    }
}
