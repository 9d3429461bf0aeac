namespace Publish.Disclosure.Records;

/// <summary>
/// Discernibility: Σ n² over the published classes of n rows, plus N for each suppressed row of a table of N rows: with
/// how many rows each row is confused.
/// </summary>
/// <remarks>R. J. Bayardo and R. Agrawal, "Data privacy through optimal k-anonymization", 2005. Weights have no part in it.</remarks>
public sealed record Discernibility : LossMetric
{
    internal override LossFunction Prepare(LossContext context) => new Function(context.TotalRows);

    private sealed class Function(long totalRows) : LossFunction
    {
        // Coarser classes are unions of finer ones, and the square of a sum is no less than the sum of squares.
        public override double Bound(JudgedClasses node) => SumOfSquares(node, false);

        public override double Of(JudgedClasses node) =>
            SumOfSquares(node, true) + ((double)totalRows * node.SuppressedRows);

        private static double SumOfSquares(JudgedClasses node, bool keptOnly)
        {
            Int128 sum = 0;
            var rows = node.Classes.Rows;
            for (var c = 0; c < rows.Length; c++)
            {
                if (!keptOnly || node.IsKept[c])
                {
                    sum += (Int128)rows[c] * rows[c];
                }
            }

            return (double)sum;
        }
    }
}
