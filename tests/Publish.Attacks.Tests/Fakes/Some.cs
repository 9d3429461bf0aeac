using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>A small sound release: two regions with districts, by sex, with a mean.</summary>
internal static class Some
{
    /// <summary>Region, district, sex, respondents, sum of x in hundredths.</summary>
    public static readonly (string Region, string District, string Sex, long Count, long Sum)[] Classes =
    [
        ("N", "N1", "f", 4, 1050), ("N", "N1", "m", 6, 2000), ("N", "N2", "f", 5, 999),
        ("N", "N2", "m", 2, 301), ("S", "S1", "f", 9, 77), ("S", "S1", "m", 8, 10000),
        ("S", "S2", "f", 1, 500), ("S", "S2", "m", 7, 700),
    ];

    public static readonly string[] Suppressed =
        ["N|N2|m", "N|N2|f", "S|S2|f", "S|S2|m", "S|S1|f", "S|S1|m", "N|N1|m", "N|N1|f"];

    public static Cube Cube()
    {
        var cube = new Cube("areas", [("area", ["region", "district"]), ("sex", ["sex"])]);
        foreach (var (region, district, sex, count, sum) in Classes)
        {
            cube.Add([region, district, sex], count, sum);
        }

        return cube;
    }

    public static PublishedTable Table() => Cube().Publish(Suppressed.Contains);

    public static CountedClasses Counted()
    {
        CountedLevel Level(string key, string level, IEnumerable<string> values)
        {
            var labels = values.Distinct().ToList();
            return new CountedLevel(key, level, labels, [.. values.Select(value => labels.IndexOf(value))]);
        }

        return new CountedClasses(
            [
                Level("area", "region", Classes.Select(row => row.Region)),
                Level("area", "district", Classes.Select(row => row.District)),
                Level("sex", "sex", Classes.Select(row => row.Sex)),
            ],
            [
                new CountedMeasure("count", [.. Classes.Select(row => (Int128)row.Count)]),
                new CountedMeasure("x_sum", [.. Classes.Select(row => (Int128)row.Sum)], 2),
                new CountedMeasure("x_mean", [.. Classes.Select(row => (Int128)row.Sum)], 2, [.. Classes.Select(row => row.Count)]),
            ]);
    }

    /// <summary>The table with one value of a measure replaced.</summary>
    public static PublishedTable With(PublishedTable table, string measure, int row, Int128? value) =>
        new(table.Name, table.Keys, [.. table.Measures.Select(each => each.Name == measure
            ? new PublishedMeasure(each.Name, each.Kind, [.. each.Values.Select((present, at) => at == row ? value : present)], each.Scale, each.IsAdditive, each.RoundingUnit)
            : each)], table.Status);

    /// <summary>The table without a row.</summary>
    public static PublishedTable Without(PublishedTable table, int row) => Rows(table, [.. Enumerable.Range(0, table.Rows).Where(at => at != row)]);

    /// <summary>Some rows of a table, in the given order.</summary>
    public static PublishedTable Rows(PublishedTable table, int[] rows) =>
        new(
            table.Name,
            [.. table.Keys.Select(key => new PublishedKey(key.Name, [.. key.Levels.Select(level =>
                new PublishedLevel(level.Name, level.Labels, [.. rows.Select(row => level.Codes[row])]))]))],
            [.. table.Measures.Select(each => new PublishedMeasure(each.Name, each.Kind, [.. rows.Select(row => each.Values[row])], each.Scale, each.IsAdditive, each.RoundingUnit))],
            [.. rows.Select(row => table.Status[row])]);

    /// <summary>The row of a cell, by its labels joined with '|'.</summary>
    public static int Row(string cell) => Cube().Cells.ToList().IndexOf(cell);
}
