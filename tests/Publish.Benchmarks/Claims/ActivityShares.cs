namespace Publish.Benchmarks.Claims;

/// <summary>
/// What people do at each age. Nobody of five is retired, which makes cells of nobody; a few of fifteen are
/// unemployed, which makes cells below the threshold.
/// </summary>
internal static class ActivityShares
{
    /// <summary>What the shares of one age add up to.</summary>
    public const int Whole = 100_000;

    private static readonly (int UpToAge, int[] Shares)[] Bands =
    [
        (4, [20_000, 0, 0, 80_000, 0]),
        (12, [98_900, 0, 0, 1_100, 0]),
        (15, [99_600, 150, 150, 100, 0]),
        (29, [30_000, 55_000, 6_000, 8_600, 400]),
        (54, [3_000, 80_000, 4_000, 12_000, 1_000]),
        (69, [500, 50_000, 2_000, 15_000, 32_500]),
        (ClaimsShape.GreatestAge, [200, 5_000, 400, 4_400, 90_000]),
    ];

    /// <summary>The activity at a place among the shares of an age.</summary>
    /// <param name="age">The age in years.</param>
    /// <param name="place">From 0 to below <see cref="Whole"/>.</param>
    /// <returns>The activity, from 0.</returns>
    public static int At(int age, int place)
    {
        var band = 0;
        while (Bands[band].UpToAge < age)
        {
            band++;
        }

        var activity = 0;
        for (var shares = Bands[band].Shares; place >= shares[activity]; activity++)
        {
            place -= shares[activity];
        }

        return activity;
    }
}
