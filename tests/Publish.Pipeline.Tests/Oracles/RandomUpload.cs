using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>A random upload of keys, a measure with gaps, and respondents who may recur.</summary>
internal sealed record RandomUpload(
    IReadOnlyList<RandomKey> Keys, bool HasRespondents, bool MayLackPay, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public static RandomUpload Make(Random random, int mostRows = 120)
    {
        var keys = Enumerable.Range(1, random.Next(1, 4)).Select(i => RandomKey.Make(random, i)).ToArray();
        var people = random.Next(1, 60);
        var mayLackPay = random.Next(2) == 0;
        var skew = random.Next(1, 4);
        var rows = Enumerable.Range(0, random.Next(1, mostRows)).Select(_ =>
        {
            var row = keys.ToDictionary(key => key.Name, key => key.Values[(int)(Math.Pow(random.NextDouble(), skew) * key.Values.Length)]);
            row["pay"] = mayLackPay && random.Next(4) == 0 ? "" : FormattableString.Invariant($"{random.Next(-300, 3000) / 100m:F2}");
            row["person"] = FormattableString.Invariant($"p{random.Next(people)}");
            row["secret"] = new[] { "s1", "s2", "s3" }[random.Next(3)];
            return row;
        });
        return new RandomUpload(keys, random.Next(2) == 0, mayLackPay, [.. rows]);
    }

    public PolicyText Policy(params string[] releases) => new()
    {
        Respondent = HasRespondents ? "person" : "row",
        Columns =
        [
            .. Keys.Select(key => (key.Name, key.Rules)),
            ("pay", MayLackPay ? "{type: decimal, decimals: 2, role: measure}" : "{type: decimal, decimals: 2, role: measure, required: true}"),
            ("person", "{type: text, role: identifier, required: true}"),
            ("secret", "{type: text, role: sensitive, required: true}"),
        ],
        Hierarchies = [.. Keys.Where(key => key.Hierarchy is not null).Select(key => (key.Name, key.Hierarchy!))],
        Releases = releases,
    };

    public void WriteLevelFiles(Desk desk)
    {
        foreach (var (name, text) in Keys.Select(key => key.File).OfType<(string, string)>())
        {
            desk.Write(name, text);
        }
    }

    public string Csv()
    {
        string[] header = [.. Keys.Select(key => key.Name), "pay", "person", "secret"];
        return Some.CsvOf(header, Rows.Select(row => header.Select(name => Quoted(row[name])).ToArray()));
    }

    /// <summary>The distinct respondents of rows.</summary>
    public int Respondents(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        HasRespondents ? rows.Select(row => row["person"]).Distinct().Count() : rows.Count();

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(',', '"') ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
}
