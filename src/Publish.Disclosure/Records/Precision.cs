namespace Publish.Disclosure.Records;

/// <summary>
/// Loss of precision: for each key the level as a share of the hierarchy's height for published rows and 1 for
/// suppressed rows, averaged over rows and keys.
/// </summary>
/// <remarks>L. Sweeney, "Achieving k-anonymity privacy protection using generalization and suppression", 2002 (as 1 − Prec).</remarks>
/// <param name="GsFactor">How generalisation and suppression weigh against each other, 0 to 1; 0.5 counts both in full.</param>
public sealed record Precision(double GsFactor = 0.5) : LossMetric
{
    internal override LossFunction Prepare(LossContext context) =>
        new Function(context, new GeneralisationSuppressionFactor(GsFactor));

    private sealed class Function(LossContext context, GeneralisationSuppressionFactor factor) : LossFunction
    {
        private readonly double[] _losses = new double[context.KeyCount];

        // The levels' part alone is no bound where suppression weighs less than generalisation.
        public override double Bound(ReadOnlySpan<int> levels) =>
            factor.Suppression < factor.Generalisation ? 0 : Loss(levels, 0);

        public override double Of(JudgedClasses node) => Loss(node.Classes.Levels, node.SuppressedRows);

        private double Loss(ReadOnlySpan<int> levels, long suppressedRows)
        {
            if (context.TotalRows == 0)
            {
                return 0;
            }

            for (var key = 0; key < _losses.Length; key++)
            {
                var height = context.Height(key);
                var share = height == 0 ? 0 : levels[key] / (double)height;
                _losses[key] = ((factor.Generalisation * share * (context.TotalRows - suppressedRows))
                    + (factor.Suppression * suppressedRows)) / context.TotalRows;
            }

            return context.Aggregate(LossAggregate.ArithmeticMean, _losses);
        }
    }
}
