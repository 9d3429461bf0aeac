namespace Publish.Disclosure.Records;

/// <summary>
/// Loss: for each key the mean over rows of the share of the key's domain that the published category covers, a
/// suppressed row covering all of it; 0 when every value is as collected, 1 when all is one category.
/// </summary>
/// <remarks>
/// V. S. Iyengar, "Transforming data to satisfy privacy constraints", 2002. With N rows, a domain of d values, g and s
/// the factors of generalisation and suppression, K and B the summed shares of kept and suppressed rows and S the
/// suppressed rows, a key's loss is (g K + B + s (S − B) − g N / d) / (N − g N / d), and at least 0.
/// </remarks>
/// <param name="GsFactor">How generalisation and suppression weigh against each other, 0 to 1; 0.5 counts both in full.</param>
/// <param name="Aggregate">How the keys' losses become one.</param>
public sealed record DomainLoss(double GsFactor = 0.5, LossAggregate Aggregate = LossAggregate.GeometricMean)
    : LossMetric
{
    internal override LossFunction Prepare(LossContext context) =>
        new Function(context, new GeneralisationSuppressionFactor(GsFactor), Aggregate);

    private sealed class Function(
        LossContext context,
        GeneralisationSuppressionFactor factor,
        LossAggregate aggregate) : LossFunction
    {
        // rows × values covered, summed over all rows: whole numbers, so the order of classes cannot matter.
        private readonly long[][] _covered = [.. Enumerable.Range(0, context.KeyCount).Select(key => CoveredByLevel(context, key))];
        private readonly double[] _losses = new double[context.KeyCount];

        public override double Bound(ReadOnlySpan<int> levels)
        {
            for (var key = 0; key < _losses.Length; key++)
            {
                _losses[key] = KeyLoss(key, _covered[key][levels[key]], 0, 0);
            }

            return context.Aggregate(aggregate, _losses);
        }

        public override double Of(JudgedClasses node)
        {
            for (var key = 0; key < _losses.Length; key++)
            {
                var level = node.Classes.Levels[key];
                var suppressed = node.SuppressedRows == 0 ? 0 : CoveredBySuppressed(node, key, context.Values(key, level));
                _losses[key] = KeyLoss(key, _covered[key][level] - suppressed, suppressed, node.SuppressedRows);
            }

            return context.Aggregate(aggregate, _losses);
        }

        private long CoveredBySuppressed(JudgedClasses node, int key, int[] values)
        {
            var covered = 0L;
            var classes = node.Classes;
            var layout = context.Shape.Layout;
            for (var c = 0; c < classes.Count; c++)
            {
                if (!node.IsKept[c])
                {
                    covered = checked(covered + (classes.Rows[c] * values[layout.Read(classes.Words, c, key)]));
                }
            }

            return covered;
        }

        private double KeyLoss(int key, long kept, long suppressed, long suppressedRows)
        {
            var domain = (double)context.DomainSize(key);
            var least = factor.Generalisation * context.TotalRows / domain;
            var range = context.TotalRows - least;
            if (!(range > 0))
            {
                return 0;
            }

            var share = suppressed / domain;
            var sum = (factor.Generalisation * kept / domain)
                + share
                + (factor.Suppression * (suppressedRows - share));
            return Math.Max(0, (sum - least) / range);
        }

        private static long[] CoveredByLevel(LossContext context, int key)
        {
            var covered = new long[context.Height(key) + 1];
            for (var level = 0; level < covered.Length; level++)
            {
                var rows = context.Rows(key, level);
                var values = context.Values(key, level);
                for (var category = 0; category < rows.Length; category++)
                {
                    covered[level] = checked(covered[level] + (rows[category] * values[category]));
                }
            }

            return covered;
        }
    }
}
