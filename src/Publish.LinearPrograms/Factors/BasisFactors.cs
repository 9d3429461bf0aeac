namespace Publish.LinearPrograms.Factors;

/// <summary>
/// The factors of a basis that changes one column at a time: those of an earlier basis, followed by one elementary
/// matrix a change (the product form of the inverse; Chvátal, <em>Linear Programming</em>, 1983, ch. 7).
/// </summary>
internal sealed class BasisFactors
{
    /// <summary>After so many changes solving takes longer, and errs more, than starting afresh.</summary>
    private const int MostChanges = 64;

    private const double Negligible = 1e-14;

    private readonly LuFactors _factors;
    private readonly double[] _right;
    private readonly SparseStore _changes = new(MostChanges);
    private readonly int[] _positions = new int[MostChanges];
    private readonly double[] _pivots = new double[MostChanges];

    /// <param name="factors">The factors of the basis to start from.</param>
    /// <param name="size">Its number of rows.</param>
    public BasisFactors(LuFactors factors, int size) => (_factors, _right) = (factors, new double[size]);

    /// <summary>The changes since the factors were made.</summary>
    public int ChangeCount { get; private set; }

    /// <summary>True when the factors should be made afresh before another change.</summary>
    public bool IsWorn => ChangeCount == MostChanges || _changes.Count > 2 * _factors.EntryCount + 1000;

    /// <summary>Solves B·x = b.</summary>
    /// <param name="right">b by row; left as it is.</param>
    /// <param name="solution">x by position in the basis.</param>
    public void Solve(ReadOnlySpan<double> right, double[] solution)
    {
        right.CopyTo(_right);
        _factors.Solve(_right, solution);
        for (var change = 0; change < ChangeCount; change++)
        {
            var value = solution[_positions[change]];
            if (value != 0)
            {
                value /= _pivots[change];
                for (var entry = _changes.Starts[change]; entry < _changes.Starts[change + 1]; entry++)
                {
                    solution[_changes.Indices[entry]] -= _changes.Values[entry] * value;
                }

                solution[_positions[change]] = value;
            }
        }
    }

    /// <summary>Solves Bᵀ·y = c.</summary>
    /// <param name="right">c by position in the basis; left as it is.</param>
    /// <param name="solution">y by row.</param>
    public void SolveTransposed(ReadOnlySpan<double> right, double[] solution)
    {
        right.CopyTo(_right);
        for (var change = ChangeCount - 1; change >= 0; change--)
        {
            var value = _right[_positions[change]];
            for (var entry = _changes.Starts[change]; entry < _changes.Starts[change + 1]; entry++)
            {
                value -= _changes.Values[entry] * _right[_changes.Indices[entry]];
            }

            _right[_positions[change]] = value / _pivots[change];
        }

        _factors.SolveTransposed(_right, solution);
    }

    /// <summary>Puts another column into the basis.</summary>
    /// <param name="position">Its place.</param>
    /// <param name="column">B⁻¹ times the new column, by position.</param>
    public void Replace(int position, double[] column)
    {
        for (var index = 0; index < column.Length; index++)
        {
            if (index != position && Math.Abs(column[index]) > Negligible)
            {
                _changes.Add(index, column[index]);
            }
        }

        _changes.Close();
        _positions[ChangeCount] = position;
        _pivots[ChangeCount++] = column[position];
    }
}
