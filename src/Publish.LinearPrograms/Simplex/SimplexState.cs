using Publish.LinearPrograms.Factors;

namespace Publish.LinearPrograms.Simplex;

/// <summary>
/// Where the simplex methods stand: the scaled programme A·x − r = 0 over the variables x and the activities r of the
/// rows, called columns 0 … n−1 and n … n+m−1 here, a basis of them, its factors, and the values and reduced costs
/// that belong to it.
/// </summary>
internal sealed class SimplexState
{
    private readonly ScaledMatrix _matrix;
    private readonly ScaledNumbers _true;
    private readonly double[] _right;
    private readonly double[] _solution;
    private BasisFactors _factors = null!;

    public SimplexState(LinearProgram program, SimplexBasis? basis)
    {
        Scaling = new Scaling(program);
        _matrix = new ScaledMatrix(program, Scaling);
        _true = new ScaledNumbers(VariableCount, RowCount);
        (_right, _solution, RowPrices) = (new double[RowCount], new double[RowCount], new double[RowCount]);
        (Lower, Upper, Costs) = (new double[Count], new double[Count], new double[Count]);
        (Values, ReducedCosts) = (new double[Count], new double[Count]);
        (Head, Status) = (new int[RowCount], new BasisStatus[Count]);
        DualWeights = new double[RowCount];
        Array.Fill(DualWeights, 1);
        StartingBasis.Take(basis, Status, Head, VariableCount);
    }

    public Scaling Scaling { get; }

    /// <summary>What the objective is multiplied by, that it is to be minimised and its coefficients lie around 1.</summary>
    public double CostFactor => _true.CostFactor;

    public int VariableCount => _matrix.VariableCount;

    public int RowCount => _matrix.RowCount;

    /// <summary>All columns: variables and activities.</summary>
    public int Count => VariableCount + RowCount;

    /// <summary>The bounds in use, which may be loosened for a while.</summary>
    public double[] Lower { get; }

    public double[] Upper { get; }

    /// <summary>The costs in use, to be minimised, which may be shifted for a while.</summary>
    public double[] Costs { get; }

    public double[] Values { get; }

    public double[] ReducedCosts { get; }

    /// <summary>The price y of each row that <see cref="PriceAll"/> last worked out.</summary>
    public double[] RowPrices { get; }

    public BasisStatus[] Status { get; }

    /// <summary>The column at each position of the basis.</summary>
    public int[] Head { get; }

    /// <summary>The squared length of each row of the inverse, for the dual method; 1 where it is not known.</summary>
    public double[] DualWeights { get; }

    /// <summary>The iterations so far.</summary>
    public long Iterations { get; set; }

    /// <summary>True while bounds are loosened or costs shifted.</summary>
    public bool IsPerturbed { get; set; }

    public bool IsWorn => _factors.IsWorn;

    public bool IsFresh => _factors.ChangeCount == 0;

    /// <summary>Takes bounds and costs from the programme.</summary>
    public void TakeNumbers(LinearProgram program) => _true.Take(program, Scaling);

    /// <summary>Goes back to the true bounds and costs, and works out everything afresh.</summary>
    public void Restore()
    {
        _true.Lower.CopyTo(Lower, 0);
        _true.Upper.CopyTo(Upper, 0);
        _true.Costs.CopyTo(Costs, 0);
        IsPerturbed = false;
        for (var column = 0; column < Count; column++)
        {
            if (Status[column] != BasisStatus.Basic)
            {
                Status[column] = NearestStatus(column, Status[column]);
            }
        }

        Refactor();
        PriceAll(Costs, ReducedCosts);
    }

    /// <summary>Makes the factors afresh, and the values with them. A basis that turns out singular is mended, in a way that depends on it alone.</summary>
    public void Refactor()
    {
        LuFactors? factors;
        while ((factors = _matrix.Eliminate(Head, out var rows, out var positions)) is null)
        {
            for (var pair = 0; pair < rows.Length; pair++)
            {
                var leaving = Head[positions[pair]];
                Status[leaving] = NearestStatus(leaving, BasisStatus.AtLower);
                Head[positions[pair]] = VariableCount + rows[pair];
                Status[VariableCount + rows[pair]] = BasisStatus.Basic;
            }

            Array.Fill(DualWeights, 1);
        }

        _factors = new BasisFactors(factors, RowCount);
        ComputeValues();
    }

    /// <summary>Puts the nonbasic columns on their bounds and works out the basic ones.</summary>
    public void ComputeValues()
    {
        Array.Clear(_right);
        for (var column = 0; column < Count; column++)
        {
            if (Status[column] != BasisStatus.Basic)
            {
                Values[column] = Status[column] switch
                {
                    BasisStatus.AtLower => Lower[column],
                    BasisStatus.AtUpper => Upper[column],
                    _ => 0,
                };
                _matrix.AddColumn(column, -Values[column], _right);
            }
        }

        _factors.Solve(_right, _solution);
        for (var position = 0; position < RowCount; position++)
        {
            Values[Head[position]] = _solution[position];
        }
    }

    /// <summary>The reduced costs of all columns for some costs: d = c − yᵀ·[A, −I] with y from the basis.</summary>
    public void PriceAll(double[] costs, double[] reduced)
    {
        for (var position = 0; position < RowCount; position++)
        {
            _right[position] = costs[Head[position]];
        }

        _factors.SolveTransposed(_right, RowPrices);
        _matrix.Reduce(costs, RowPrices, reduced);
        foreach (var column in Head)
        {
            reduced[column] = 0;
        }
    }

    /// <summary>B⁻¹ times a column, by position.</summary>
    public void SolveColumn(int column, double[] solution)
    {
        Array.Clear(_right);
        _matrix.AddColumn(column, 1, _right);
        _factors.Solve(_right, solution);
    }

    /// <summary>B⁻¹ times a vector, by position.</summary>
    public void Solve(double[] right, double[] solution) => _factors.Solve(right, solution);

    /// <summary>A row of the inverse, by row of the programme.</summary>
    public void InverseRow(int position, double[] inverse)
    {
        Array.Clear(_right);
        _right[position] = 1;
        _factors.SolveTransposed(_right, inverse);
    }

    /// <summary>A row of the tableau B⁻¹·[A, −I] from a row of the inverse; basic columns hold rubbish.</summary>
    public void TableauRow(double[] inverse, double[] tableau) => _matrix.TableauRow(inverse, tableau);

    /// <summary>Adds a multiple of a column to a vector by row.</summary>
    public void AddColumn(int column, double factor, double[] right) => _matrix.AddColumn(column, factor, right);

    /// <summary>Exchanges a basic column for a nonbasic one.</summary>
    /// <param name="position">The place of the basic one.</param>
    /// <param name="entering">The nonbasic one.</param>
    /// <param name="column">B⁻¹ times it.</param>
    /// <param name="leavingStatus">What becomes of the basic one.</param>
    public void Exchange(int position, int entering, double[] column, BasisStatus leavingStatus)
    {
        _factors.Replace(position, column);
        Status[Head[position]] = leavingStatus;
        Status[entering] = BasisStatus.Basic;
        Head[position] = entering;
    }

    /// <summary>How far a column lies below its lower (negative) or above its upper bound (positive), 0 within tolerance.</summary>
    public double Violation(int column, double tolerance = Tolerances.Feasibility)
    {
        var value = Values[column];
        if (value < Lower[column] - tolerance * Math.Max(1, Math.Abs(Lower[column])))
        {
            return value - Lower[column];
        }

        return value > Upper[column] + tolerance * Math.Max(1, Math.Abs(Upper[column])) ? value - Upper[column] : 0;
    }

    /// <summary>The bound a column can lie at, the wished one if there is.</summary>
    public BasisStatus NearestStatus(int column, BasisStatus wished)
    {
        var (hasLower, hasUpper) = (double.IsFinite(Lower[column]), double.IsFinite(Upper[column]));
        return wished == BasisStatus.AtUpper && hasUpper ? BasisStatus.AtUpper
            : hasLower ? BasisStatus.AtLower
            : hasUpper ? BasisStatus.AtUpper
            : BasisStatus.AtZero;
    }
}
