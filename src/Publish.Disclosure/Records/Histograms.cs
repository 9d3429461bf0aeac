namespace Publish.Disclosure.Records;

/// <summary>Figures of one class's histogram of sensitive values. Values without a respondent are as if absent.</summary>
internal static class Histograms
{
    /// <summary>The number of values that some respondent has.</summary>
    public static int DistinctValues(ReadOnlySpan<long> histogram)
    {
        var distinct = 0;
        foreach (var count in histogram)
        {
            distinct += count > 0 ? 1 : 0;
        }

        return distinct;
    }

    /// <summary>The sum of the counts: respondents, those with several values counted once for each.</summary>
    public static long Total(ReadOnlySpan<long> histogram)
    {
        var total = 0L;
        foreach (var count in histogram)
        {
            total = checked(total + count);
        }

        return total;
    }

    /// <summary>Shannon's entropy −Σ p ln p; 0 for a histogram without respondents.</summary>
    public static double Entropy(ReadOnlySpan<long> histogram)
    {
        var total = Total(histogram);
        if (total == 0)
        {
            return 0;
        }

        var weighted = 0d;
        foreach (var count in histogram)
        {
            if (count > 0)
            {
                weighted += count * Math.Log(count);
            }
        }

        return Math.Log(total) - (weighted / total);
    }

    /// <summary>
    /// The ratio r₁ / (r_ℓ + … + r_m) of the counts in descending order, infinite when fewer than ℓ values are met.
    /// Recursive (c, ℓ)-diversity is that this ratio is below c.
    /// </summary>
    public static double TopToTail(ReadOnlySpan<long> histogram, int rank)
    {
        var counts = histogram.ToArray();
        Array.Sort(counts);
        var tail = 0L;
        for (var i = 0; i <= counts.Length - rank; i++)
        {
            tail = checked(tail + counts[i]);
        }

        return tail == 0 ? double.PositiveInfinity : counts[^1] / (double)tail;
    }
}
