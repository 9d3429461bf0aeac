using System.Globalization;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>A key column of a random upload, with its levels told a second time, in the simplest words.</summary>
/// <param name="Name">The column.</param>
/// <param name="Rules">Its declaration.</param>
/// <param name="Hierarchy">Its hierarchy, or none.</param>
/// <param name="Values">Cells it may have; the empty one is missing.</param>
/// <param name="Levels">Level names with the label of a cell, fine to coarse, without <c>all</c>.</param>
/// <param name="File">A file of levels the hierarchy names.</param>
internal sealed record RandomKey(
    string Name,
    string Rules,
    string? Hierarchy,
    string[] Values,
    (string Name, Func<string, string> Label)[] Levels,
    (string Name, string Text)? File = null)
{
    private const string Missing = "(missing)";

    /// <summary>The label of a cell at a level.</summary>
    public string LabelAt(string level, string cell) =>
        level == "all" ? "all" : cell.Length == 0 ? Missing : Levels.Single(l => l.Name == level).Label(cell);

    public static RandomKey Make(Random random, int index) => random.Next(6) switch
    {
        0 => Plain(random, $"plain{index}"),
        1 => Listed(random, $"place{index}"),
        2 => Prefix(random, $"code{index}"),
        3 => Bands(random, $"age{index}"),
        4 => Months(random, $"day{index}"),
        _ => Flag(random, $"flag{index}"),
    };

    private static string[] MaybeMissing(Random random, IEnumerable<string> values) =>
        random.Next(3) == 0 ? [.. values, ""] : [.. values];

    private static RandomKey Plain(Random random, string name) => new(
        name,
        "{type: text, role: key}",
        null,
        MaybeMissing(random, new[] { "red", "green, light", "blue \"sky\"", "Ünï" }.Take(random.Next(2, 5))),
        [(name, cell => cell)]);

    private static RandomKey Listed(Random random, string name)
    {
        var places = Enumerable.Range(0, random.Next(2, 7)).ToDictionary(i => $"{name}-{i}", i => (Region: $"{name}-r{i / 2}", Country: $"{name}-c{i / 4}"));
        return new RandomKey(
            name,
            "{type: text, role: key}",
            $"{{levels: {{file: {name}.csv, names: [{name}_region, {name}_country]}}}}",
            MaybeMissing(random, places.Keys),
            [(name, cell => cell), ($"{name}_region", cell => places[cell].Region), ($"{name}_country", cell => places[cell].Country)],
            ($"{name}.csv", $"{name},{name}_region,{name}_country\n" + string.Concat(places.Select(p => $"{p.Key},{p.Value.Region},{p.Value.Country}\n"))));
    }

    private static RandomKey Prefix(Random random, string name) => new(
        name,
        "{type: text, role: key}",
        "{prefix: [2, 1]}",
        MaybeMissing(random, new[] { "A11", "A12", "A21", "B11", "B12", "B22" }.Take(random.Next(2, 7))),
        [(name, cell => cell), ($"{name}_2", cell => cell[..2]), ($"{name}_1", cell => cell[..1])]);

    private static RandomKey Bands(Random random, string name) => new(
        name,
        "{type: integer, role: key}",
        $"{{intervals: {{{name}_band: [0, 20, 40, 60], {name}_half: [0, 40]}}}}",
        MaybeMissing(random, new[] { "3", "15", "22", "39", "40", "61", "99" }.Take(random.Next(2, 8))),
        [
            (name, cell => cell),
            ($"{name}_band", cell => Number(cell) switch { < 20 => "0–19", < 40 => "20–39", < 60 => "40–59", _ => "60 and over" }),
            ($"{name}_half", cell => Number(cell) < 40 ? "0–39" : "40 and over"),
        ]);

    private static RandomKey Months(Random random, string name) => new(
        name,
        "{type: date, role: key}",
        "{dates: [month, year]}",
        MaybeMissing(random, new[] { "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-03", "2026-11-30" }.Take(random.Next(2, 6))),
        [(name, cell => cell), ($"{name}_month", cell => cell[..7]), ($"{name}_year", cell => cell[..4])]);

    private static RandomKey Flag(Random random, string name) => new(
        name,
        "{type: boolean, role: key}",
        null,
        MaybeMissing(random, ["true", "false"]),
        [(name, cell => cell)]);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
