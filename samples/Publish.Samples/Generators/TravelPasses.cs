using System.Globalization;
using Publish.Samples.Randomness;

namespace Publish.Samples.Generators;

/// <summary>
/// The passes that people of an invented town hold on one day, a row a pass. A few hold two, so people cannot be counted by
/// adding rows.
/// </summary>
internal static class TravelPasses
{
    /// <summary>The number of people.</summary>
    public const int Holders = 6_000;

    private static readonly Weighted<string> Ward = new(
        ("Abbey", 24), ("Brook", 20), ("Castle", 18), ("Dene", 14), ("Eastgate", 11), ("Ferry", 8), ("Grange", 4), ("Heath", 1));

    /// <summary>The header, then a record a pass.</summary>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<string[]> Records(ulong seed)
    {
        yield return ["holder", "ward", "age", "pass"];

        var random = new SplitMix64(seed);
        for (var holder = 1; holder <= Holders; holder++)
        {
            var ward = Ward.Draw(random);
            var age = random.Chance(35) ? random.Between(60, 97) : random.Between(5, 59);
            var isDisabled = random.Chance(4);
            string[] passes = [age >= 60 ? "older" : age < 26 ? "young" : "adult", .. isDisabled ? ["disabled"] : Array.Empty<string>()];
            foreach (var pass in isDisabled && random.Chance(70) ? passes[1..] : passes)
            {
                yield return [string.Create(CultureInfo.InvariantCulture, $"LT{holder:D5}"), ward, age.ToString(CultureInfo.InvariantCulture), pass];
            }
        }
    }
}
