using Publish.Attacks.Derived;
using Publish.Attacks.Editions;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Properties;

/// <summary>What is worked out of means and shares never excludes the truth, however numbers are rounded and whatever is hidden.</summary>
public class ImplicationProperties
{
    private static readonly AdditiveQuantity Count = new("count", MeasureKind.Count);
    private static readonly AdditiveQuantity Sum = new("x_sum", MeasureKind.Sum, Scale: 2, IsNonNegative: true);

    [Fact]
    public void The_truth_lies_within_what_follows() => Property.Holds(150, random =>
    {
        var world = new RandomWorld(random, random.Next(1, 4), 0.7, 9);
        int[] keys = [.. Enumerable.Range(0, world.Levels.Length)];
        var cube = world.Cube("t", keys);
        var hidden = cube.Cells.Where(_ => random.NextDouble() < 0.3).ToHashSet();
        var coarse = cube.Publish(hidden.Contains, isNonNegative: true);
        var fine = Derived(cube.Publish(hidden.Contains), cube, hidden, random.Next(0, 3), (random.Next(2) == 0, random.Next(2) == 0));
        PublishedTable[] tables = random.Next(2) == 0 ? [fine] : [Without(coarse, random.Next(2) == 0 ? "count" : "x_sum"), fine];
        var published = new PublishedEdition(tables);

        var implications = new Implications(published, 20);

        Assert.Null(implications.Contradiction);
        foreach (var (table, name) in implications.Missing)
        {
            var quantity = implications.Of(name);
            for (var row = 0; row < published.Tables[table].Rows; row++)
            {
                var truth = name == "count" ? cube.Count(cube.Cells[row]) : cube.Sum(cube.Cells[row]);
                var cell = quantity.CellOf(table, row);
                Assert.True(quantity.Known.Low(cell) <= truth && truth <= quantity.Known.High(cell), $"{name} of {cube.Cells[row]} is {truth}.");
            }
        }

        Assert.DoesNotContain(new DerivedMeasuresAttack(published).Run().Witnesses, witness => witness.Code == AttackCodes.Contradiction);
    });

    [Fact]
    public void Values_that_are_said_to_follow_from_shares_are_the_true_ones()
    {
        var values = 0;
        Property.Holds(150, random =>
        {
            // Counts of the totals over the first key, and shares of these for all that is not hidden.
            var world = new RandomWorld(random, random.Next(1, 3), 0.8, 6);
            var cube = world.Cube("t", [.. Enumerable.Range(0, world.Levels.Length)]);
            var totals = Enumerable.Range(0, cube.Cells.Count).Where(row => cube.Cells[row].Split('|').Take(world.Levels[0]).All(label => label == "Total")).ToArray();
            var hidden = cube.Cells.Where((_, row) => !totals.Contains(row) && random.NextDouble() < 0.3).ToHashSet();
            var counts = Without(Some.Rows(cube.Publish(hidden.Contains), totals), "x_sum");
            var shares = Derived(cube.Publish(hidden.Contains), cube, hidden, 2, (false, true));

            foreach (var witness in new DerivedMeasuresAttack(new PublishedEdition([counts, shares])).Run().Witnesses)
            {
                Assert.Equal((AttackCodes.DerivedMeasure, 1), (witness.Code, witness.Table));
                Assert.Contains(cube.Cells[witness.Row], hidden);
                Assert.All(witness.Values, value => Assert.Equal(cube.Count(cube.Cells[witness.Row]), (long)(value.Numerator / value.Denominator)));
                values += witness.Values.Count;
            }
        });

        Assert.True(values > 100, "Shares to two decimals give small counts away.");
    }

    // A table of a mean, and of a share over its first key, without what they are made of.
    private static PublishedTable Derived(PublishedTable table, Cube cube, HashSet<string> hidden, int scale, (bool Mean, bool Share) has)
    {
        var unit = (decimal)Math.Pow(10, scale);
        Int128? Rounded(string cell, decimal numerator, decimal denominator) =>
            hidden.Contains(cell) || denominator == 0 ? null : (Int128)Math.Round(unit * numerator / denominator, MidpointRounding.AwayFromZero);
        var key = table.Keys[0];
        string TotalOf(string cell)
        {
            var labels = cell.Split('|');
            Array.Fill(labels, "Total", 0, key.Levels.Count);
            return string.Join('|', labels);
        }

        var measures = new List<PublishedMeasure> { table.Measure("count") };
        if (has.Mean)
        {
            measures.Add(new PublishedMeasure("x_mean", MeasureKind.Mean, [.. cube.Cells.Select(cell => Rounded(cell, cube.Sum(cell) / 100m, cube.Count(cell)))], scale, isAdditive: false, roundingUnit: 1)
            {
                Formula = new QuotientFormula(Sum, Count),
            });
        }

        if (has.Share)
        {
            measures.RemoveAll(measure => measure.Name == "count");
            measures.Add(new PublishedMeasure("count_share", MeasureKind.Derived, [.. cube.Cells.Select(cell => hidden.Contains(TotalOf(cell)) ? null : Rounded(cell, 100m * cube.Count(cell), cube.Count(TotalOf(cell))))], scale, isAdditive: false, roundingUnit: 1)
            {
                Formula = new QuotientFormula(Count, Count) { Factor = 100, TotalOver = key.Name },
            });
        }

        return new PublishedTable("derived", table.Keys, measures, table.Status);
    }

    private static PublishedTable Without(PublishedTable table, string measure) =>
        new(table.Name, table.Keys, [.. table.Measures.Where(each => each.Name != measure)], table.Status);
}
