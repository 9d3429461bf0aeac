using Publish.Attacks.Editions;
using Publish.Attacks.Tables;
using Publish.Attacks.Values;

namespace Publish.Attacks.Tests;

public class NestedQuantilesAttackTests
{
    // The whole, a published part, and two hidden ones.
    private static readonly string[] Areas = ["Total", "a", "b", "c"];

    [Fact]
    public void Everyone_in_the_hidden_rest_is_found_to_lie_below_the_median_of_all()
    {
        // Thirty of sixty are at most 50, and at most nine of the 39 in a, whose tenth is above: so are all 21 others.
        var witness = Assert.Single(Attack([60, 39], (0.5m, 500, null), (0.25m, null, 520)).Witnesses);

        Assert.Equal(AttackCodes.NestedQuantiles, witness.Code);
        Assert.Contains("all 21 of a part of it lie at or below", witness.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Everyone_in_the_hidden_rest_is_found_to_lie_above_it() =>
        Assert.Contains("at or above", Assert.Single(Attack([60, 39], (0.5m, 500, null), (0.75m, null, 480)).Witnesses).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(60, 39, 500, 500)] // Those in a may all be at most the median too.
    [InlineData(60, 38, 500, 520)] // One of the rest may lie above.
    [InlineData(60, 39, 1000, 1001)] // Everyone has at most 1,000 anyway.
    public void Where_somebody_may_lie_on_the_other_side_or_nobody_can_there_is_no_secret(int all, int part, long median, long quarter) =>
        Assert.Equal(0, Attack([all, part], (0.5m, median, null), (0.25m, null, quarter)).Found);

    [Fact]
    public void What_is_found_holds_of_every_set_of_values_that_has_these_quantiles()
    {
        var random = new Random(5);
        var found = 0;
        for (var run = 0; run < 500; run++)
        {
            // The rest mostly lies low, so that there is something to find.
            int[] part = [.. Enumerable.Range(0, 3).Select(_ => random.Next(7))];
            int[] rest = [.. Enumerable.Range(0, 3).Select(_ => random.Next(4))];
            var (whole, quarter) = (Twice([.. part, .. rest], 0.5m), Twice(part, 0.25m));
            if (Attack([6, 3], (0.5m, whole, null), (0.25m, null, quarter), scale: 0).Found > 0)
            {
                found++;
                Assert.True(IsForced(whole, quarter, pair => Array.TrueForAll(pair, value => 2 * value <= whole))
                    || IsForced(whole, quarter, pair => Array.TrueForAll(pair, value => 2 * value >= whole)));
            }
        }

        Assert.InRange(found, 20, 500);
    }

    // Whether it holds of the rest in every world of values from 0 to 6 with these quantiles.
    private static bool IsForced(long whole, long quarter, Func<int[], bool> holds)
    {
        foreach (var part in Multisets(3, 0).Where(part => Twice(part, 0.25m) == quarter))
        {
            if (Multisets(3, 0).Any(rest => Twice([.. part, .. rest], 0.5m) == whole && !holds(rest)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<int[]> Multisets(int size, int least) =>
        size == 0 ? [[]] : Enumerable.Range(least, 7 - least).SelectMany(first => Multisets(size - 1, first).Select(rest => (int[])[first, .. rest]));

    private static long Twice(int[] values, decimal at)
    {
        int[] ascending = [.. values.Order()];
        var place = at * ascending.Length;
        var upper = (int)decimal.Floor(place);
        return ascending[decimal.IsInteger(place) ? upper - 1 : upper] + ascending[upper];
    }

    // One quantile of the whole and one of the part, in tenths; in the property twice the value, which is then exact.
    private static Results.AttackResult Attack(
        int[] counts, (decimal At, long? Whole, long? Part) first, (decimal At, long? Whole, long? Part) second, int scale = 1)
    {
        var builder = new PublishedTableBuilder("t").Key("area", ("area", Areas))
            .Measure(new PublishedMeasure("count", MeasureKind.Count, [counts[0], counts[1], null, null]));
        foreach (var (name, quantile) in new[] { ("one", first), ("two", second) })
        {
            builder.Measure(new PublishedMeasure(name, MeasureKind.Derived, [quantile.Whole, quantile.Part, null, null], scale, isAdditive: false, roundingUnit: 1)
            {
                Formula = new QuantileFormula(quantile.At, new AdditiveQuantity("pay_sum", MeasureKind.Sum, scale), new AdditiveQuantity("count", MeasureKind.Count))
                {
                    IsComplete = true,
                    Most = scale == 1 ? 1000 : null,
                },
            });
        }

        return new NestedQuantilesAttack(new PublishedEdition([builder.Build(["", "", "c", "c"])])).Run();
    }
}
