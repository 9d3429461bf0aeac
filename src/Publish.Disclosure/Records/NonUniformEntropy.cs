namespace Publish.Disclosure.Records;

/// <summary>
/// Non-uniform entropy: for each key the bits it takes to tell, for every row, the value as collected from the
/// published category. Suppressed rows add the bits to tell their categories at the node's level from "suppressed".
/// </summary>
/// <remarks>
/// A. Gionis and T. Tassa, "k-anonymization with minimal loss of information", 2009. A key's loss is
/// −g Σ a log₂(a / b) with a the rows of a value and b those of its category, plus −s Σ m log₂(m / S) with m the
/// suppressed rows of each category and S all suppressed rows. The keys' losses are added.
/// </remarks>
/// <param name="CountsSuppression">
/// True adds the suppressed rows' part; false is the variant that ARX calls monotonic, which ignores them.
/// </param>
/// <param name="GsFactor">How generalisation and suppression weigh against each other, 0 to 1; 0.5 counts both in full.</param>
public sealed record NonUniformEntropy(bool CountsSuppression = true, double GsFactor = 0.5) : LossMetric
{
    internal override LossFunction Prepare(LossContext context) =>
        new Function(context, new GeneralisationSuppressionFactor(GsFactor), CountsSuppression);

    private sealed class Function(
        LossContext context,
        GeneralisationSuppressionFactor factor,
        bool countsSuppression) : LossFunction
    {
        private readonly double[][] _bits = [.. Enumerable.Range(0, context.KeyCount).Select(key => BitsByLevel(context, key))];
        private readonly double[] _losses = new double[context.KeyCount];

        public override double Bound(ReadOnlySpan<int> levels)
        {
            for (var key = 0; key < _losses.Length; key++)
            {
                _losses[key] = factor.Generalisation * _bits[key][levels[key]];
            }

            return context.Aggregate(LossAggregate.Sum, _losses);
        }

        public override double Of(JudgedClasses node)
        {
            if (!countsSuppression || node.SuppressedRows == 0)
            {
                return Bound(node.Classes.Levels);
            }

            for (var key = 0; key < _losses.Length; key++)
            {
                _losses[key] = (factor.Generalisation * _bits[key][node.Classes.Levels[key]])
                    + (factor.Suppression * SuppressedBits(node, key));
            }

            return context.Aggregate(LossAggregate.Sum, _losses);
        }

        private double SuppressedBits(JudgedClasses node, int key)
        {
            var classes = node.Classes;
            var counts = new long[context.Rows(key, classes.Levels[key]).Length];
            for (var c = 0; c < classes.Count; c++)
            {
                if (!node.IsKept[c])
                {
                    counts[context.Shape.Layout.Read(classes.Words, c, key)] += classes.Rows[c];
                }
            }

            return counts.Sum(count => Bits(count, node.SuppressedRows));
        }

        private static double[] BitsByLevel(LossContext context, int key)
        {
            var values = context.Rows(key, 0);
            var bits = new double[context.Height(key) + 1];
            for (var level = 0; level < bits.Length; level++)
            {
                var parents = context.Shape.Parents(key, 0, level);
                var rows = context.Rows(key, level);
                for (var value = 0; value < values.Length; value++)
                {
                    bits[level] += values[value] == 0 ? 0 : Bits(values[value], rows[parents[value]]);
                }
            }

            return bits;
        }

        private static double Bits(long part, long whole) => part == 0 ? 0 : part * Math.Log2(whole / (double)part);
    }
}
