using System.Globalization;
using Publish.Samples.Randomness;

namespace Publish.Samples.Generators;

/// <summary>
/// People hurt on the roads of an invented county in one quarter, a row a person. A few districts are small and serious
/// injuries rare, as on real roads, so some cells of a table fall below any threshold.
/// </summary>
internal static class RoadCasualties
{
    /// <summary>The number of people.</summary>
    public const int People = 40_000;

    private static readonly Weighted<string> District = new(
        ("Harbourgate", 170), ("Kingsmere", 145), ("Northshire City", 225), ("Oakbourne", 90),
        ("Ashcombe", 68), ("Fenwick Vale", 62), ("Millbrook", 75), ("Thornley", 58),
        ("Highmoor", 34), ("Isle of Skerry", 9), ("Larkdale", 40), ("Stonebeck", 24));

    private static readonly Weighted<(int Least, int Greatest)> Age = new(
        ((0, 15), 11), ((16, 24), 24), ((25, 39), 30), ((40, 64), 26), ((65, 79), 7), ((80, 97), 2));

    private static readonly Weighted<string> RoadUser = new(
        ("car occupant", 58), ("pedestrian", 16), ("cyclist", 13), ("motorcyclist", 10), ("other", 3));

    /// <summary>The header, then a record a person.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="quarter">The quarter's first day.</param>
    public static IEnumerable<string[]> Records(ulong seed, DateOnly quarter)
    {
        yield return ["collision_ref", "accident_date", "district", "age", "sex", "severity", "road_user"];

        // The quarter goes into the seed: two editions are not the same people on other days.
        var random = new SplitMix64(seed ^ (ulong)quarter.DayNumber);
        var days = quarter.AddMonths(3).DayNumber - quarter.DayNumber;
        var collision = 0;
        for (var people = 0; people < People;)
        {
            collision++;
            var reference = string.Create(CultureInfo.InvariantCulture, $"NS-{quarter:yy}-{collision:D6}");
            var day = quarter.AddDays(random.Below(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var district = District.Draw(random);
            for (var hurt = int.Min(1 + random.Geometric(5), People - people); hurt > 0; hurt--, people++)
            {
                yield return Person(random, reference, day, district);
            }
        }
    }

    private static string[] Person(SplitMix64 random, string collision, string day, string district)
    {
        var (least, greatest) = Age.Draw(random);
        var age = random.Between(least, greatest);
        var roadUser = RoadUser.Draw(random);
        return
        [
            collision,
            day,
            district,
            age.ToString(CultureInfo.InvariantCulture),
            random.Chance(58) ? "male" : "female",
            Severity(random, age, roadUser),
            roadUser,
        ];
    }

    private static string Severity(SplitMix64 random, int age, string roadUser)
    {
        var gravity = (age >= 65 ? 8 : 0) + (roadUser is "motorcyclist" or "pedestrian" ? 8 : 0);
        var fate = random.Below(100);
        return fate < 1 + (gravity / 8) ? "fatal" : fate < 16 + gravity ? "serious" : "slight";
    }
}
