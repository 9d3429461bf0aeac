using System.Globalization;
using Publish.Samples.Randomness;

namespace Publish.Samples.Generators;

/// <summary>
/// The waits for treatment in an invented trust's hospitals on one day, a row a wait. Long waits are rare in most specialties,
/// and one hospital is small, so that some cells are.
/// </summary>
internal static class WaitingList
{
    /// <summary>The number of waits.</summary>
    public const int Waits = 16_000;

    private static readonly Weighted<string> Hospital = new(
        ("Westmoor General", 46), ("Alderby Infirmary", 28), ("Coldbeck Hospital", 18), ("Tarn Cottage Hospital", 8));

    private static readonly Weighted<(string Name, int LongWaits)> Specialty = new(
        (("Orthopaedics", 60), 26), (("Ophthalmology", 30), 22), (("General surgery", 25), 18), (("Cardiology", 10), 14),
        (("Dermatology", 15), 12), (("Rheumatology", 8), 8));

    /// <summary>The header, then a record a wait.</summary>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<string[]> Records(ulong seed)
    {
        yield return ["hospital", "specialty", "weeks"];

        var random = new SplitMix64(seed);
        for (var wait = 0; wait < Waits; wait++)
        {
            var hospital = Hospital.Draw(random);
            var (specialty, longWaits) = Specialty.Draw(random);
            var weeks = random.Below(1000) < longWaits ? random.Between(52, 110) : random.Chance(38) ? random.Between(18, 51) : random.Below(18);
            yield return [hospital, specialty, weeks.ToString(CultureInfo.InvariantCulture)];
        }
    }
}
