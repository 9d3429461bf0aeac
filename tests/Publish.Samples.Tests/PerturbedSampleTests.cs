using System.Globalization;
using Publish.Pipeline;

namespace Publish.Samples.Tests;

/// <summary>The samples that round and that add noise are published by the real pipeline as their policies say.</summary>
public sealed class PerturbedSampleTests
{
    [Fact]
    public async Task What_waits_below_eight_is_suppressed_and_all_else_is_rounded_to_five()
    {
        using var published = await PublishedSample.RunAsync(Samples.WaitingList);
        Assert.Equal(Verdict.Accepted, published.Receipt.Verdict);

        var waits = Bytes.Rows(Samples.WaitingList);
        var rows = published.Rows("patients-waiting");
        Assert.Equal(["hospital", "specialty", "waited", "count", "status"], rows[0]);
        Assert.Contains(rows, row => row[^1] == "c");
        foreach (var row in rows.Skip(1))
        {
            var count = waits.Count(wait => Matches(row[0], wait[0]) && Matches(row[1], wait[1]) && Matches(row[2], BandOf(Number(wait[2]))));
            Assert.True(count >= 8 || row[^1] == "c");
            Assert.Equal(row[^1] == "c" ? "" : (5 * ((count + 2) / 5)).ToString(CultureInfo.InvariantCulture), row[^2]);
        }
    }

    [Fact]
    public async Task Holders_get_noise_of_at_most_three_and_the_same_in_both_tables()
    {
        using var published = await PublishedSample.RunAsync(Samples.TravelPasses);
        Assert.Equal(Verdict.Accepted, published.Receipt.Verdict);

        var holders = Bytes.Rows(Samples.TravelPasses);
        var (wards, ages) = (published.Rows("holders-by-ward"), published.Rows("holders-by-age"));
        Assert.Equal(["ward", "age_band", "pass", "count", "status"], wards[0]);
        var differ = 0;
        foreach (var row in wards.Skip(1))
        {
            var count = holders.Where(holder => Matches(row[0], holder[1]) && Matches(row[1], AgeBandOf(Number(holder[2]))) && Matches(row[2], holder[3]))
                .DistinctBy(holder => holder[0]).Count();
            Assert.InRange(Number(row[3]) - count, -3, 3);
            differ += Number(row[3]) == count ? 0 : 1;
        }

        Assert.True(differ > wards.Count / 3);
        Assert.All(ages.Skip(1), age => Assert.Equal(age[1], wards.Single(row => row[0] == "Total" && row[1] == age[0] && row[2] == "Total")[3]));
    }

    private static bool Matches(string shown, string value) => shown == "Total" || shown == value;

    private static string BandOf(int weeks) => weeks < 18 ? "0–17" : weeks < 52 ? "18–51" : "52 and over";

    private static string AgeBandOf(int age) => age < 16 ? "5–15" : age < 26 ? "16–25" : age < 60 ? "26–59" : "60 and over";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
