namespace Publish.LinearPrograms.Tests;

/// <summary>The values, the dual values and the objective that belong to a basis, by fractions and textbook elimination.</summary>
internal sealed class ExactBasis
{
    private readonly LinearProgram _program;
    private readonly BasisStatus[] _status;
    private readonly int[] _basic;

    public ExactBasis(LinearProgram program, SimplexBasis basis)
    {
        _program = program;
        _status = [.. basis.Variables, .. basis.Rows];
        _basic = [.. Enumerable.Range(0, _status.Length).Where(column => _status[column] == BasisStatus.Basic)];
    }

    /// <summary>True when the basis is exactly feasible and exactly prices out; the vertex it gives is then an optimum.</summary>
    public bool IsOptimal()
    {
        var values = Values();
        var duals = Duals();
        return Enumerable.Range(0, _status.Length).All(column =>
        {
            var (lower, upper) = Bounds(column);
            var isWithin = (!double.IsFinite(lower) || (values[column] - Rational.Of(lower)).Sign >= 0)
                && (!double.IsFinite(upper) || (Rational.Of(upper) - values[column]).Sign >= 0);
            var price = Price(column, duals).Sign * (_program.IsMaximised ? -1 : 1);
            return isWithin && (lower == upper || _status[column] switch
            {
                BasisStatus.AtLower => price >= 0,
                BasisStatus.AtUpper => price <= 0,
                _ => price == 0,
            });
        });
    }

    private Rational[] Values()
    {
        var values = new Rational[_status.Length];
        var right = new Rational[_program.RowCount];
        Array.Fill(right, Rational.Zero);
        for (var column = 0; column < _status.Length; column++)
        {
            var (lower, upper) = Bounds(column);
            values[column] = _status[column] switch
            {
                BasisStatus.AtLower => Rational.Of(lower),
                BasisStatus.AtUpper => Rational.Of(upper),
                _ => Rational.Zero,
            };
            foreach (var (row, coefficient) in Column(column))
            {
                right[row] -= coefficient * values[column];
            }
        }

        var solution = Solve(right, isTransposed: false);
        for (var position = 0; position < _basic.Length; position++)
        {
            values[_basic[position]] = solution[position];
        }

        return values;
    }

    private Rational[] Duals() => Solve([.. _basic.Select(Cost)], isTransposed: true);

    private Rational Price(int column, Rational[] duals) =>
        Column(column).Aggregate(Cost(column), (price, entry) => price - entry.Coefficient * duals[entry.Row]);

    private Rational Cost(int column) => column < _program.VariableCount ? Rational.Of(_program.Cost(column)) : Rational.Zero;

    private (double Lower, double Upper) Bounds(int column) =>
        column < _program.VariableCount ? _program.Bounds(column) : _program.RowBounds(column - _program.VariableCount);

    private IEnumerable<(int Row, Rational Coefficient)> Column(int column) => column >= _program.VariableCount
        ? [(column - _program.VariableCount, Rational.Of(-1))]
        : _program.Entries.Where(entry => entry.Variable == column).Select(entry => (entry.Row, Rational.Of(entry.Coefficient)));

    /// <summary>Gauss–Jordan elimination of [B | right].</summary>
    private Rational[] Solve(Rational[] right, bool isTransposed)
    {
        var size = _basic.Length;
        var matrix = Enumerable.Range(0, size).Select(_ => Enumerable.Repeat(Rational.Zero, size + 1).ToArray()).ToArray();
        for (var position = 0; position < size; position++)
        {
            matrix[position][size] = right[position];
        }

        for (var position = 0; position < size; position++)
        {
            foreach (var (row, coefficient) in Column(_basic[position]))
            {
                matrix[isTransposed ? position : row][isTransposed ? row : position] = coefficient;
            }
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            var found = Enumerable.Range(pivot, size - pivot).First(row => !matrix[row][pivot].IsZero);
            (matrix[pivot], matrix[found]) = (matrix[found], matrix[pivot]);
            var lead = matrix[pivot][pivot];
            matrix[pivot] = [.. matrix[pivot].Select(value => value / lead)];
            foreach (var row in Enumerable.Range(0, size).Where(row => row != pivot && !matrix[row][pivot].IsZero))
            {
                var factor = matrix[row][pivot];
                matrix[row] = [.. matrix[row].Zip(matrix[pivot], (a, b) => a - factor * b)];
            }
        }

        return [.. matrix.Select(row => row[size])];
    }
}
