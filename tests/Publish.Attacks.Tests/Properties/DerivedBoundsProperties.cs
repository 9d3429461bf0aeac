using Publish.Attacks.Derived;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests.Properties;

/// <summary>Bounds from derived numbers hold every value that rounds to the number, and no others: all are tried.</summary>
public class DerivedBoundsProperties
{
    [Fact]
    public void A_quotient_bounds_its_numerator_to_those_that_round_to_it()
    {
        for (var denominator = 1; denominator <= 25; denominator++)
        {
            for (var numerator = -60; numerator <= 60; numerator++)
            {
                var value = (Int128)Math.Round(10m * numerator / denominator, MidpointRounding.AwayFromZero);
                var fits = Enumerable.Range(-200, 401).Where(n => Math.Abs((10m * n / denominator) - (decimal)value) <= 0.5m).ToArray();
                var (low, high) = new QuotientBounds(value, 1, 1, 1, 0, 0).Numerator(denominator, denominator);

                Assert.Equal((fits[0], fits[^1]), ((int)low, (int)high));
            }
        }
    }

    [Fact]
    public void A_quotient_bounds_its_denominator_to_those_that_round_to_it()
    {
        for (var denominator = 1; denominator <= 25; denominator++)
        {
            foreach (var numerator in Enumerable.Range(-60, 121).Where(n => n != 0))
            {
                var value = (Int128)Math.Round(100m * numerator / denominator, MidpointRounding.AwayFromZero);
                var fits = Enumerable.Range(1, 400).Where(d => Math.Abs((100m * numerator / d) - (decimal)value) <= 0.5m).ToArray();
                var (low, high) = new QuotientBounds(value, 1, 0, 100, 0, 0).Denominator(numerator, numerator);

                Assert.Equal((fits[0], fits[^1]), ((int)low, (int)high));
            }
        }
    }

    [Fact]
    public void Scales_and_factors_are_taken_into_account()
    {
        // 12.34 of 56.7 is 21.76 %.
        var share = new QuotientBounds(2176, 1, 2, 100, 2, 1);

        Assert.Equal((1234, 1234), share.Numerator(567, 567));
        Assert.Equal((567, 567), share.Denominator(1234, 1234));
    }

    [Fact]
    public void The_sum_lies_within_what_quantiles_tell_of_it()
    {
        var random = new Random(2026);
        var sum = new AdditiveQuantity("x_sum", MeasureKind.Sum);
        for (var trial = 0; trial < 2000; trial++)
        {
            var values = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(10, 100)).Order().ToArray();
            decimal[] at = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 20) / 20m).Distinct().Order()];
            var quantiles = at.Select(each =>
            {
                var formula = new QuantileFormula(each, sum, sum) { IsComplete = true, Least = 10, Most = 99 };
                var place = each * values.Length;
                var (a, b) = decimal.IsInteger(place) ? ((int)place - 1, (int)place) : ((int)place, (int)place);
                return (formula, (Int128)Math.Round((values[a] + values[b]) / 2m, MidpointRounding.AwayFromZero), (Int128)1, 0);
            }).ToArray();

            var (low, high) = QuantileBounds.Sum(values.Length, quantiles, 0);

            Assert.InRange(values.Sum(), (int)low, (int)high);
        }
    }

    [Fact]
    public void Every_tenth_in_place_leaves_little_of_a_sum_open()
    {
        // 100 values that are 1 to 100: the deciles leave each group of ten within ten.
        var sum = new AdditiveQuantity("x_sum", MeasureKind.Sum);
        var deciles = Enumerable.Range(1, 9).Select(i =>
            (new QuantileFormula(i / 10m, sum, sum) { IsComplete = true, Least = 1, Most = 100 }, (Int128)((100 * i) + 5), (Int128)1, 1)).ToArray();

        var (low, high) = QuantileBounds.Sum(100, deciles, 0);

        Assert.InRange(5050, (int)low, (int)high);
        Assert.InRange((int)(high - low), 1, 1000);
    }
}
