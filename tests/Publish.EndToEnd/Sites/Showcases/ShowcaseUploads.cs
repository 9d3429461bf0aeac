using System.Globalization;
using System.Text;

namespace Publish.EndToEnd.Sites.Showcases;

/// <summary>Synthetic uploads, the same for the same seed: of businesses, and of people who use a service.</summary>
internal static class ShowcaseUploads
{
    // Codes as they come: with leading zeros, with letters, and such that look like numbers or days.
    private static readonly string[] Industries = ["0111", "0164A", "1e5", "47110", "47190", "007"];
    private static readonly string[] Areas = ["Eastbank", "Northgate", "Westmoor", ""];
    private static readonly string[] Forms = ["company", "partnership", "sole trader"];
    private static readonly string[] Findings = ["good", "fair", "poor", ""];
    private static readonly string[] Wards = ["Abbey", "Castle", "Mill", "Park"];

    /// <summary>Businesses, some of which have no area, no turnover or no inspection.</summary>
    public static string Businesses(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("business,sic,area,turnover,staff,form,registered,open,fee,visited,finding\n");
        for (var business = 0; business < 600; business++)
        {
            var turnover = random.Next(15) == 0 ? "" : Number(random.Next(5_000, 900_000) + 0.25m);
            var fee = random.Next(9) == 0 ? "" : Number(random.Next(90) + 0.125m);
            text.Append(CultureInfo.InvariantCulture, $"B{business:0000},{Industries[random.Next(random.Next(3) == 0 ? 6 : 5)]},{Areas[random.Next(40) == 0 ? 3 : random.Next(3)]},{turnover},{random.Next(1, 60)},");
            text.Append(CultureInfo.InvariantCulture, $"{Forms[random.Next(3)]},{(random.Next(9) == 0 ? "" : $"202{random.Next(2)}-0{3 + random.Next(2)}-29")},{(random.Next(2) == 0 ? "false" : "true")},");
            text.Append(CultureInfo.InvariantCulture, $"{fee},2026-03-{1 + random.Next(28):00}T09:30:00,{Findings[random.Next(4)]}\n");
        }

        return text.ToString();
    }

    /// <summary>People: a few hundred in each ward, of whom few are old in one.</summary>
    /// <param name="seed">What they are drawn from.</param>
    /// <param name="more">How many more live in the first ward, all of one age and sex.</param>
    public static string People(int seed, int more = 0)
    {
        var random = new Random(seed);
        var text = new StringBuilder("person,ward,age,sex\n");
        for (var person = 0; person < 800; person++)
        {
            var ward = random.Next(4);
            text.Append(CultureInfo.InvariantCulture, $"P{person},{Wards[ward]},{(ward == 3 && random.Next(30) != 0 ? random.Next(16, 60) : random.Next(95))},{(random.Next(2) == 0 ? "female" : "male")}\n");
        }

        for (var person = 0; person < more; person++)
        {
            text.Append(CultureInfo.InvariantCulture, $"M{person},Abbey,30,female\n");
        }

        return text.ToString();
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
