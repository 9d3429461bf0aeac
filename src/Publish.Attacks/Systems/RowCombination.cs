using System.Numerics;

namespace Publish.Attacks.Systems;

/// <summary>
/// Finds the combination of rows that gives one column alone, as fractions, and checks it over the rationals.
/// </summary>
internal sealed class RowCombination(SparseMatrix matrix, Elimination elimination)
{
    /// <summary>
    /// Factors by row, over a common denominator D: Σ factor · row = D at <paramref name="column"/> and 0 elsewhere.
    /// </summary>
    /// <returns>The verified combination, or <see langword="null"/> when there is none.</returns>
    public (SortedDictionary<int, BigInteger> Factors, BigInteger Denominator)? For(int column)
    {
        if (Residues(column) is not { } residues)
        {
            return null;
        }

        var fractions = new List<(int Row, BigInteger Numerator, BigInteger Denominator)>(residues.Count);
        var common = BigInteger.One;
        foreach (var (row, residue) in residues)
        {
            if (!RationalVector.TryReconstruct(residue, elimination.Field.Modulus, out var numerator, out var denominator))
            {
                return null;
            }

            fractions.Add((row, numerator, denominator));
            common = RationalVector.LeastCommonMultiple(common, denominator);
        }

        var factors = new SortedDictionary<int, BigInteger>();
        foreach (var (row, numerator, denominator) in fractions)
        {
            factors.Add(row, numerator * (common / denominator));
        }

        return GivesAlone(column, factors, common) ? (factors, common) : null;
    }

    // zᵀU = e: the unknowns of z follow in the order of elimination; what is left on a free column refutes.
    private Dictionary<int, ulong>? Residues(int column)
    {
        var field = elimination.Field;
        if (elimination.IsFree(column))
        {
            return null;
        }

        var open = new OrderedResidues(field);
        var chosen = new OrderedResidues(field);
        var onFree = new Dictionary<int, ulong>();
        open.Add(elimination.PivotOfColumn(column), 1);
        while (open.TryTake(out var position, out var weight))
        {
            var pivot = elimination.Pivots[position];
            chosen.Add(-position, field.Multiply(weight, pivot.Inverse));
            for (var i = 0; i < pivot.Columns.Length; i++)
            {
                var change = field.Negate(field.Multiply(weight, pivot.Values[i]));
                var other = elimination.PivotOfColumn(pivot.Columns[i]);
                if (other >= 0)
                {
                    open.Add(other, change);
                }
                else
                {
                    onFree[pivot.Columns[i]] = field.Add(onFree.GetValueOrDefault(pivot.Columns[i]), change);
                }
            }
        }

        return onFree.Values.All(value => value == 0) ? OnOriginalRows(chosen) : null;
    }

    // Undoes the row operations, last pivot first: what a pivot row takes, its sources give back.
    private Dictionary<int, ulong> OnOriginalRows(OrderedResidues chosen)
    {
        var field = elimination.Field;
        var rows = new Dictionary<int, ulong>();
        while (chosen.TryTake(out var negated, out var weight))
        {
            var pivot = elimination.Pivots[-negated];
            rows[pivot.Row] = weight;
            foreach (var (source, factor) in pivot.Operations)
            {
                chosen.Add(-source, field.Negate(field.Multiply(weight, factor)));
            }
        }

        return rows;
    }

    private bool GivesAlone(int column, SortedDictionary<int, BigInteger> factors, BigInteger denominator)
    {
        var sums = new Dictionary<int, BigInteger>();
        foreach (var (row, factor) in factors)
        {
            for (var i = 0; i < matrix.RowColumns[row].Length; i++)
            {
                var other = matrix.RowColumns[row][i];
                sums[other] = sums.GetValueOrDefault(other) + (factor * matrix.RowValues[row][i]);
            }
        }

        return sums.All(sum => sum.Value == (sum.Key == column ? denominator : BigInteger.Zero))
            && sums.GetValueOrDefault(column) == denominator;
    }
}
