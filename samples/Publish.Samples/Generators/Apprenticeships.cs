using System.Globalization;
using Publish.Samples.Randomness;

namespace Publish.Samples.Generators;

/// <summary>
/// The apprentices of one academic year, a row a learner. Occupations are four-digit codes in the form of SOC 2020;
/// who learns what depends on sex and age, so that some combinations are rare.
/// </summary>
internal static class Apprenticeships
{
    /// <summary>The number of learners.</summary>
    public const int Learners = 30_000;

    private static readonly DateOnly YearStart = new(2025, 8, 1);

    private static readonly Weighted<string> Technical = new(
        ("2134", 40), ("2137", 18), ("2126", 12), ("3113", 30), ("3131", 34), ("3132", 12), ("5223", 70), ("5231", 66),
        ("5241", 110), ("5249", 24), ("5312", 60), ("5315", 74), ("5316", 80), ("5321", 22), ("8141", 14), ("8211", 10));

    private static readonly Weighted<string> Serving = new(
        ("2421", 26), ("3221", 14), ("3534", 16), ("3571", 30), ("4122", 44), ("4129", 20), ("4159", 70), ("4215", 16),
        ("5434", 34), ("6111", 90), ("6112", 26), ("6131", 40), ("6135", 96), ("6221", 62), ("7111", 30), ("7219", 36));

    private static readonly Weighted<string> Region = new(
        ("East Midlands", 92), ("East of England", 104), ("London", 128), ("North East", 58), ("North West", 150),
        ("South East", 152), ("South West", 110), ("West Midlands", 116), ("Yorkshire and the Humber", 110));

    private static readonly Weighted<(int Least, int Greatest)> Age = new(
        ((16, 18), 38), ((19, 24), 34), ((25, 34), 16), ((35, 49), 10), ((50, 64), 2));

    private static readonly Weighted<string> Outcome = new(
        ("completed", 52), ("continuing", 26), ("withdrawn", 18), ("paused", 4));

    /// <summary>The header, then a record a learner.</summary>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<string[]> Records(ulong seed)
    {
        yield return ["learner_ref", "started", "age", "sex", "region", "occupation", "outcome"];

        var random = new SplitMix64(seed);
        for (var learner = 1; learner <= Learners; learner++)
        {
            yield return Learner(random, learner);
        }
    }

    private static string[] Learner(SplitMix64 random, int learner)
    {
        var (least, greatest) = Age.Draw(random);
        var isMale = random.Chance(52);
        var occupation = random.Chance(isMale ? 80 : 12) ? Technical : Serving;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"CS-{learner:D7}"),
            YearStart.AddDays(random.Below(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            random.Between(least, greatest).ToString(CultureInfo.InvariantCulture),
            isMale ? "male" : "female",
            Region.Draw(random),
            occupation.Draw(random),
            Outcome.Draw(random),
        ];
    }
}
