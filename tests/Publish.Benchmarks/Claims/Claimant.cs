namespace Publish.Benchmarks.Claims;

/// <summary>What is true of a person in every claim, drawn from the person's number alone.</summary>
/// <param name="Region">The region, from 0.</param>
/// <param name="Age">The age in years.</param>
/// <param name="Sex">The sex, from 0.</param>
/// <param name="Activity">What the person does, as a place among <see cref="ActivityShares.Whole"/> shares.</param>
internal readonly record struct Claimant(int Region, int Age, int Sex, int Activity)
{
    // The regions' shares of the population of the UK, in thousandths.
    private static readonly int[] RegionShares = [39, 109, 81, 72, 88, 93, 132, 138, 84, 47, 81, 36];

    /// <summary>Draws a person.</summary>
    /// <param name="random">The person's numbers.</param>
    public static Claimant Draw(SplitMix64 random)
    {
        var region = 0;
        for (var share = random.Below(1000); share >= RegionShares[region]; region++)
        {
            share -= RegionShares[region];
        }

        // The lesser of two, so that there are fewer of the old.
        var age = Math.Min(random.Below(ClaimsShape.GreatestAge + 1), random.Below(120));
        return new Claimant(region, age, random.Below(2), random.Below(ActivityShares.Whole));
    }
}
