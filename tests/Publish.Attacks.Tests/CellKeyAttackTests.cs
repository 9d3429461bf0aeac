using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class CellKeyAttackTests
{
    [Fact]
    public void Parts_that_all_lost_one_under_a_total_that_gained_one_are_found()
    {
        // With noise of at most 1, three numbers of 0 are at most 1 each, and a total of 4 is at least 3.
        var result = Attack([[1, 1, 1]], -1, 1, count => count == 1 ? -1 : 1);

        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Equal(AttackCodes.CellKeyBounds, Assert.Single(result.Witnesses.Select(witness => witness.Code).Distinct()));
        Assert.Equal(["cell-key-bounds"], [result.Attack]);
    }

    [Fact]
    public void Noise_that_goes_further_leaves_them_open() =>
        Assert.Equal(AttackVerdict.Withstood, Attack([[1, 1, 1]], -2, 2, count => count == 1 ? -1 : 1).Verdict);

    [Fact]
    public void That_nothing_stays_nothing_is_known() =>
        // With noise that adds 1 or nothing, a number of 1 is of one: 0 would not have become 1.
        Assert.Equal(AttackVerdict.Broken, Attack([[1, 1]], 0, 1, _ => 0).Verdict);

    [Fact]
    public void What_is_found_is_what_trying_every_table_finds()
    {
        var (single, several) = (0, 0);
        Property.Holds(300, random =>
        {
            long[][] counts = [[random.Next(1, 4), random.Next(1, 4)], [random.Next(1, 4), random.Next(1, 4)]];
            var most = random.Next(1, 3);
            var cube = CubeOf(counts);
            var noise = cube.Cells.ToDictionary(cell => cell, cell => (long)random.Next(-(int)Math.Min(most, cube.Count(cell)), most + 1));
            var expected = Singles(cube, noise, most);
            var result = Attack(cube, counts, -most, most, cell => cube.Count(cell) + noise[cell]);

            Assert.Equal(
                cube.Cells.Where(cell => expected.Contains(cell) && cube.Count(cell) <= most).Order(StringComparer.Ordinal),
                result.Witnesses.Select(witness => cube.Cells[witness.Row]).Distinct().Order(StringComparer.Ordinal));
            (single, several) = (single + expected.Count, several + cube.Cells.Count - expected.Count);
        });
        Assert.True(single > 30 && several > 300, $"{single} single, {several} not.");
    }

    // The cells that have one value in every table of 2 × 2 that agrees with the published numbers.
    private static HashSet<string> Singles(Cube cube, Dictionary<string, long> noise, int most)
    {
        var values = cube.Cells.ToDictionary(cell => cell, _ => new HashSet<long>());
        for (var code = 0; code < 8 * 8 * 8 * 8; code++)
        {
            long[][] table = [[code % 8, code / 8 % 8], [code / 64 % 8, code / 512]];
            long Of(string cell) => Classes(table).Where(each => cell.Split('|') is var labels
                && (labels[0] == "Total" || labels[0] == each.Area) && (labels[1] == "Total" || labels[1] == each.Group)).Sum(each => each.Count);
            var fits = cube.Cells.All(cell => cube.Count(cell) + noise[cell] is var published && Of(cell) is var count
                && Math.Abs(published - count) <= most && (published == 0 || count > 0));
            foreach (var cell in fits ? cube.Cells : [])
            {
                values[cell].Add(Of(cell));
            }
        }

        return [.. cube.Cells.Where(cell => values[cell].Count == 1)];
    }

    private static AttackResult Attack(long[][] counts, int least, int most, Func<long, long> noiseOf)
    {
        var cube = CubeOf(counts);
        return Attack(cube, counts, least, most, cell => cube.Count(cell) + noiseOf(cube.Count(cell)));
    }

    private static AttackResult Attack(Cube cube, long[][] counts, int least, int most, Func<string, long> published)
    {
        var exact = cube.Publish(_ => false);
        var table = new PublishedTable(
            exact.Name,
            exact.Keys,
            [new PublishedMeasure("count", MeasureKind.Count, [.. cube.Cells.Select(cell => (Int128?)published(cell))], roundingUnit: 1, noise: MeasureNoise.Secret)],
            exact.Status);
        var classes = Classes(counts).ToArray();
        CountedLevel Level(string name, Func<(string Area, string Group, long Count), string> labelOf)
        {
            string[] labels = [.. classes.Select(labelOf).Distinct()];
            return new CountedLevel(name, name, labels, [.. classes.Select(each => Array.IndexOf(labels, labelOf(each)))]);
        }

        return new CellKeyAttack(
            [table],
            [[.. cube.Cells.Select(cell => (Int128)cube.Count(cell))]],
            new CountedClasses([Level("area", each => each.Area), Level("group", each => each.Group)], [new CountedMeasure("count", [.. classes.Select(each => (Int128)each.Count)])]),
            -least,
            most).Run();
    }

    private static Cube CubeOf(long[][] counts)
    {
        var cube = new Cube("t", [("area", ["area"]), ("group", ["group"])]);
        foreach (var (area, group, count) in Classes(counts))
        {
            cube.Add([area, group], count);
        }

        return cube;
    }

    private static IEnumerable<(string Area, string Group, long Count)> Classes(long[][] counts) =>
        counts.SelectMany((row, area) => row.Select((count, group) => ("A" + area, "G" + group, count)));
}
