using System.Text;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline.Operations;

namespace Publish.EndToEnd.Serving;

/// <summary>A dataset for two audiences whose uploads take little time, of any number of rows.</summary>
internal static class SmallDataset
{
    private static readonly string[] Districts = ["Norham", "Norton", "Sutham", "Sutton"];
    private static readonly string[] Sexes = ["f", "m", "x"];

    /// <summary>Who reads it.</summary>
    public static IReadOnlyList<string> Audiences { get; } = ["public", "partners"];

    /// <summary>Its policy.</summary>
    /// <param name="publication">What it says about publication, or nothing.</param>
    public static string Policy(string publication = "") => PolicyText.Of(
        new Dictionary<string, string> { ["district"] = PolicyText.Key, ["sex"] = PolicyText.Key },
        $"releases:\n{PolicyText.Table("people", "{ district: [district, all], sex: [sex, all] }", 3)}\n{PolicyText.Table("sexes", "{ sex: [sex, all] }", 3, audience: "partners")}\n{publication}",
        recipients: "[public, partners]");

    /// <summary>An edition of it.</summary>
    public static UploadSelection Edition(string edition) => new(PolicyText.Agency, PolicyText.Dataset, edition);

    /// <summary>A file, the same for the same seed.</summary>
    public static string Csv(int rows, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("district,sex\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(Districts[random.Next(Districts.Length)]).Append(',').Append(Sexes[Math.Min(random.Next(12), 2)]).Append('\n');
        }

        return text.ToString();
    }
}
