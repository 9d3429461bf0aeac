using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Results;
using Publish.Attacks.Tests.Fakes;
using Publish.LinearPrograms.Tests;

namespace Publish.Attacks.Tests.Properties;

/// <summary>Intervals of sums in hierarchical tables of one to three dimensions, beside those of a solver that is not ours.</summary>
public class GlpsolIntervalTests
{
    /// <summary>What the other solver's floating point may be off by, of values in the hundred thousands.</summary>
    private const double Tolerance = 1;

    private const long Unit = 10_000;

    [GlpsolFact]
    public void Intervals_of_one_table_end_where_glpsol_says() => EndsAgree(random => [[.. Enumerable.Range(0, random.Next(1, 4))]]);

    [GlpsolFact]
    public void Intervals_of_linked_tables_end_where_glpsol_says() => EndsAgree(random => random.Next(2) == 0 ? [[0, 1], [1, 2]] : [[0, 1], [1, 2], [0, 2]]);

    private static void EndsAgree(Func<Random, int[][]> draw)
    {
        var compared = 0;
        Property.Holds(40, random =>
        {
            var tables = draw(random);
            var world = new RandomWorld(random, tables.Max(keys => keys.Max()) + 1, 0.8, 40);
            if (world.Leaves.Count is 0 or > 120)
            {
                return;
            }

            var share = random.NextDouble();
            var published = new Linked(world, tables, cell => random.NextDouble() < share && cell.Split('|').Any(label => label != "Total"), Unit);
            foreach (var cell in published.Hidden[0].OrderBy(_ => random.Next()).Take(3))
            {
                compared++;
                var value = published.Cubes[0].Sum(cell);
                var (low, high) = (published.Extreme(cell, isMaximised: false), published.Extreme(cell, isMaximised: true));
                Assert.Equal(AttackVerdict.Withstood, Attack(published, cell, Math.Ceiling(low + Tolerance), Math.Floor(high - Tolerance)).Verdict);
                Assert.Equal(AttackVerdict.Broken, Attack(published, cell, value, Math.Ceiling(high + Tolerance)).Verdict);
                Assert.True(low < Tolerance || Attack(published, cell, Math.Floor(low - Tolerance), value).Verdict == AttackVerdict.Broken);
            }
        });
        Assert.True(compared > 30, "Hardly anything was compared.");
    }

    private static AttackResult Attack(Linked published, string cell, double low, double high)
    {
        var cube = published.Cubes[0];
        Int128[] values = [.. cube.Cells.Select(each => (Int128)cube.Sum(each))];
        Int128[] Amounts(Func<Int128, Int128> amount) => [.. cube.Cells.Select((each, row) => each == cell ? Int128.Max(0, amount(values[row])) : 0)];
        return new IntervalAttack(
            new PublishedEdition(published.Tables),
            [new IntervalRequirement(0, "x_sum", values, Amounts(value => value - (Int128)low), Amounts(value => (Int128)high - value))],
            published.Tables.Count > 1 ? published.Classes : null,
            options: new IntervalOptions { SearchedUnknowns = 0 }).Run();
    }
}
