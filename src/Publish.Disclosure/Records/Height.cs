namespace Publish.Disclosure.Records;

/// <summary>Height: the sum of the keys' levels, each times the key's weight.</summary>
/// <remarks>P. Samarati, "Protecting respondents' identities in microdata release", 2001.</remarks>
public sealed record Height : LossMetric
{
    internal override LossFunction Prepare(LossContext context) => new Function(context);

    private sealed class Function(LossContext context) : LossFunction
    {
        private readonly double[] _losses = new double[context.KeyCount];

        public override double Bound(ReadOnlySpan<int> levels)
        {
            for (var key = 0; key < _losses.Length; key++)
            {
                _losses[key] = levels[key];
            }

            return context.Aggregate(LossAggregate.Sum, _losses);
        }

        public override double Of(JudgedClasses node) => Bound(node.Classes.Levels);
    }
}
