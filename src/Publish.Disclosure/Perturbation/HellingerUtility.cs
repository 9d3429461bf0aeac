namespace Publish.Disclosure.Perturbation;

/// <summary>How much of a table survives its perturbation, from the Hellinger distance (Langsrud and Heldal 2018).</summary>
public static class HellingerUtility
{
    /// <summary>Compares two tables.</summary>
    /// <param name="original">The true counts, at least 0.</param>
    /// <param name="published">The published counts, at least 0.</param>
    /// <returns>1 − √(½ Σ (√original − √published)²) / √Σ original: 1 for equal tables; 1 where both are empty.</returns>
    /// <exception cref="ArgumentException">The tables differ in length.</exception>
    public static double Of(ReadOnlySpan<long> original, ReadOnlySpan<long> published)
    {
        if (original.Length != published.Length)
        {
            throw new ArgumentException("The two tables have the same cells.", nameof(published));
        }

        double distance = 0, total = 0;
        for (var cell = 0; cell < original.Length; cell++)
        {
            var difference = Math.Sqrt(original[cell]) - Math.Sqrt(published[cell]);
            distance += difference * difference;
            total += original[cell];
        }

        return distance == 0 ? 1 : 1 - (Math.Sqrt(distance / 2) / Math.Sqrt(total));
    }
}
