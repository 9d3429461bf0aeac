using System.Globalization;
using System.Text;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Uploads and policies of tables whose counts are rounded or perturbed, and the secrets that takes.</summary>
internal static class Perturbed
{
    /// <summary>A key of 32 bytes, 1 to 32.</summary>
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    /// <summary>A perturbation table for counts from 1 on: noise of at most 2, 0 on average, in the layout of ptable.</summary>
    public const string NoiseTable = "i,v,p,lb,ub\n0,0,1,0,1\n1,-1,0.4,0,0.4\n1,0,0.4,0.4,0.8\n1,2,0.2,0.8,1\n2,-2,0.2,0,0.2\n2,0,0.6,0.2,0.8\n2,2,0.2,0.8,1\n3,-2,0.1,0,0.1\n3,-1,0.2,0.1,0.3\n3,0,0.4,0.3,0.7\n3,1,0.2,0.7,0.9\n3,2,0.1,0.9,1\n";

    private static readonly string[] Districts = ["Norham", "Norton", "Sutham", "Sutton"];
    private static readonly string[] Sexes = ["f", "m", "x"];

    /// <summary>A desk with the keys <c>rounding</c> and <c>records</c>.</summary>
    public static Desk Desk(byte[]? key = null)
    {
        var desk = Some.Desk();
        desk.Write("noise.csv", NoiseTable);
        desk.Secrets = SecretsOf(Convert.ToBase64String(key ?? Key));
        return desk;
    }

    public static RunSecrets SecretsOf(string? text) =>
        new(name => name is "PUBLISH_SECRET_ROUNDING" or "PUBLISH_SECRET_RECORDS" ? text : null);

    /// <summary>A table by district, region and sex.</summary>
    /// <param name="how">Threshold and rounding or cell key.</param>
    public static PolicyText Policy(string how) => new()
    {
        Respondent = "id",
        Columns =
        [
            ("id", "{type: integer, role: identifier, required: true}"),
            ("district", "{type: text, role: key, required: true}"),
            ("sex", "{type: text, role: key, required: true}"),
        ],
        Hierarchies = [("district", "{levels: {file: districts.csv, names: [region]}}")],
        Releases = [$"{{name: people, kind: table, audience: public, by: {{district: [district, region, all], sex: [sex, all]}}, {how}}}"],
    };

    /// <summary>People of random places; with recurring ones, a few have rows in two places.</summary>
    public static List<(int Id, string District, string Sex)> People(int seed, int people = 120, bool recurring = false)
    {
        var random = new Random(seed);
        var rows = new List<(int, string, string)>();
        for (var id = 1000; id < 1000 + people; id++)
        {
            rows.Add((id, Districts[random.Next(4) * random.Next(2)], Sexes[random.Next(8) / 3]));
            if (recurring && random.Next(6) == 0)
            {
                rows.Add((id, Districts[random.Next(4)], Sexes[random.Next(3)]));
            }
        }

        return rows;
    }

    public static string Csv(IEnumerable<(int Id, string District, string Sex)> rows) => Some.CsvOf(
        ["id", "district", "sex"], [.. rows.Select(row => (string[])[row.Id.ToString(CultureInfo.InvariantCulture), row.District, row.Sex])]);

    public static byte[] Bytes(IEnumerable<(int Id, string District, string Sex)> rows) => Encoding.UTF8.GetBytes(Csv(rows));
}
