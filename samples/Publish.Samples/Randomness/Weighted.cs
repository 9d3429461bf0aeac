namespace Publish.Samples.Randomness;

/// <summary>A choice among values, each as likely as its weight.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="choices">The values with their weights, each above 0; at least one.</param>
internal sealed class Weighted<T>(params (T Value, int Weight)[] choices)
{
    private readonly int _total = choices.Sum(choice => choice.Weight);

    /// <summary>Draws a value.</summary>
    /// <param name="random">Where chance comes from.</param>
    public T Draw(SplitMix64 random)
    {
        var left = random.Below(_total);
        foreach (var (value, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("A number below the sum of the weights lies within them.");
    }
}
