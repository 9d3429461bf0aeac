using System.Globalization;
using System.Text;

namespace Publish.Benchmarks.Hosting;

/// <summary>Uploads of mixed size, each of an edition of its own, dropped into the folder of an installation at once.</summary>
internal static class DroppedUploads
{
    private const string Agency = "reference";
    private const string Dataset = "data";
    private const int LeastRows = 100;
    private const int Sizes = 12;
    private static readonly string[] Districts = ["Norham", "Norton", "Sutham", "Sutton"];
    private static readonly string[] Sexes = ["f", "m", "x"];

    /// <summary>The most rows of an upload; the sizes are the doublings from 100.</summary>
    public const int MostRows = LeastRows << (Sizes - 1);

    /// <summary>Writes the policy and the uploads.</summary>
    /// <param name="folder">The installation's folder.</param>
    /// <param name="uploads">How many.</param>
    /// <returns>Their bytes.</returns>
    public static long Write(string folder, int uploads)
    {
        var policies = Directory.CreateDirectory(Path.Combine(folder, "private", "policies", Agency)).FullName;
        File.WriteAllText(Path.Combine(policies, Dataset + ".yaml"), Policy);
        var bytes = 0L;
        for (var upload = 1; upload <= uploads; upload++)
        {
            var edition = string.Create(CultureInfo.InvariantCulture, $"e{upload}");
            var path = Path.Combine(
                Directory.CreateDirectory(Path.Combine(folder, "private", "uploads", Agency, Dataset, edition)).FullName, "people.csv");
            File.WriteAllText(path, Csv(LeastRows << (upload % Sizes), upload));
            bytes += new FileInfo(path).Length;
        }

        return bytes;
    }

    private static string Csv(int rows, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("district,sex\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(Districts[random.Next(Districts.Length)]).Append(',').Append(Sexes[Math.Min(random.Next(12), 2)]).Append('\n');
        }

        return text.ToString();
    }

    private const string Policy = """
        policy: 1
        agency: reference
        dataset: data
        title: Dropped uploads
        description: Uploads that are dropped at once.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Data team, email: data@reference.example }
          creator: Reference
        agreement:
          id: R-1
          name: Reference
          status: active
          purpose: to measure
          lawfulBasis: 6(1)(e)
          controllers: [Reference]
          recipients: [public]
          discloses: { district: measured, sex: measured }
          retention: P1D
          dpia: { reference: R-2, date: 2026-01-01, outcome: not-required }
          starts: 2026-01-01
        file: { format: csv }
        respondent: row
        columns:
          district: { type: text, role: key, required: true }
          sex: { type: text, role: key, required: true }
        releases:
          - { name: people, kind: table, audience: public, by: { district: [district, all], sex: [sex, all] }, threshold: 3 }

        """;
}
