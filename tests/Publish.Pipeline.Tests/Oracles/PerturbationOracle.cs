using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>Rounds and perturbs counts of raw rows with code of the tests alone, written from the pages in docs/disclosure.</summary>
internal sealed class PerturbationOracle(IReadOnlyList<(int Id, string District, string Sex)> rows, byte[] key)
{
    private static readonly (int Count, int Noise, double Low, double High)[] Noise =
    [
        .. Perturbed.NoiseTable.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Select(cells => (
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            double.Parse(cells[3], CultureInfo.InvariantCulture),
            double.Parse(cells[4], CultureInfo.InvariantCulture))),
    ];

    private readonly byte[] _key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("publish perturbation key\0some-agency"));

    public static string Region(string district) => district.StartsWith("Nor", StringComparison.Ordinal) ? "North" : "South";

    /// <summary>The people of a published cell.</summary>
    public int[] IdsOf(IReadOnlyDictionary<string, string> cell) =>
    [
        .. rows.Where(row => IsIn(cell["region"], Region(row.District)) && IsIn(cell["district"], row.District) && IsIn(cell["sex"], row.Sex))
            .Select(row => row.Id)
            .Distinct(),
    ];

    /// <summary>Every combination of levels that somebody is in.</summary>
    public IEnumerable<Dictionary<string, string>> Cells() => rows
        .SelectMany(row => new[] { ("Total", "Total"), (Region(row.District), "Total"), (Region(row.District), row.District) }
            .SelectMany(place => new[] { "Total", row.Sex }.Select(sex => (place.Item1, place.Item2, sex))))
        .Distinct()
        .Select(cell => new Dictionary<string, string> { ["region"] = cell.Item1, ["district"] = cell.Item2, ["sex"] = cell.sex });

    public static int Conventional(int count, int roundingBase) =>
        (int)Math.Round((double)count / roundingBase, MidpointRounding.AwayFromZero) * roundingBase;

    public int Random(IReadOnlyDictionary<string, string> cell, int roundingBase)
    {
        var count = IdsOf(cell).Length;
        var name = new StringBuilder();
        foreach (var (column, level) in new[] { ("district", cell["district"] != "Total" ? "district" : "region"), ("sex", "sex") })
        {
            if (cell[level] != "Total")
            {
                name.Append(null, $"{column.Length}:{column}{level.Length}:{level}{cell[level].Length}:{cell[level]}");
            }
        }

        byte[] message = [(byte)'c', .. BitConverter.GetBytes((long)count), .. Encoding.UTF8.GetBytes(name.ToString())];
        var hash = HMACSHA256.HashData(_key, message);
        var fraction = BitConverter.ToUInt64(hash) / Math.Pow(2, 64);
        var rest = count % roundingBase;
        return count - rest + (fraction < (double)rest / roundingBase ? roundingBase : 0);
    }

    public int CellKey(IReadOnlyDictionary<string, string> cell)
    {
        var ids = IdsOf(cell);
        var sum = ids.Aggregate(BigInteger.Zero, (total, id) =>
        {
            byte[] person = [(byte)'r', .. BitConverter.GetBytes((long)id), 0, 0, 0, 0, 0, 0, 0, 0];
            return total + BitConverter.ToUInt64(HMACSHA256.HashData(_key, person));
        });
        var place = (double)(ulong)(sum % BigInteger.Pow(2, 64)) / Math.Pow(2, 64);
        return ids.Length == 0 ? 0 : ids.Length + Noise.First(line => line.Count == Math.Min(3, ids.Length) && line.Low < place && place <= line.High).Noise;
    }

    private static bool IsIn(string label, string own) => label == "Total" || label == own;
}
