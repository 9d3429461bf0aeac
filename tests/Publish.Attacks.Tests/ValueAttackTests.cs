using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Values;

namespace Publish.Attacks.Tests;

public class ValueAttackTests
{
    private static readonly PublishedQuantity Quantity = new(0, "sum", "mean", "n", Decimals: 2);

    [Fact]
    public void A_sum_and_a_mean_tell_how_many_have_no_value()
    {
        // 4127.21 / 67.66 = 61 of 63.
        var witness = Assert.Single(Missing(412721, 6766, 63, 5).Witnesses);
        Assert.Equal(AttackCodes.MissingValues, witness.Code);
        Assert.Contains("is 61 of 63, so 2 have no value, fewer than 5", witness.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(412721, 6766, 61, 5)] // All have a value.
    [InlineData(412721, 6766, 80, 5)] // So many have none that it is no secret.
    [InlineData(412721, 6766, 63, 2)] // The threshold allows it.
    [InlineData(0, 0, 63, 5)] // Nothing divided by nothing.
    [InlineData(100, 1, 63, 5)] // Rounding hides whether it is 63.
    public void Where_nobody_or_many_have_none_or_rounding_hides_it_there_is_no_secret(long sum, long mean, long count, int threshold) =>
        Assert.Equal(0, Missing(sum, mean, count, threshold).Found);

    [Fact]
    public void Every_number_of_values_that_rounding_leaves_is_considered()
    {
        for (var n = 1; n <= 40; n++)
        {
            for (var sum = -50; sum <= 300; sum += 7)
            {
                var mean = (long)Math.Round(sum / (decimal)n, MidpointRounding.AwayFromZero);
                var fits = Enumerable.Range(1, 40).Where(m => Math.Abs((sum / (decimal)m) - mean) <= 0.5m).ToList();
                var isSecret = sum != 0 && fits.TrueForAll(m => 40 - m is >= 1 and < 6);
                Assert.Equal(isSecret ? 1 : 0, Missing(sum, mean, 40, 6, scale: 0).Found);
            }
        }
    }

    [Fact]
    public void A_sum_or_a_mean_at_a_bound_gives_everyones_value()
    {
        Assert.Equal(1, Bounds(Quantity with { Least = 0 }, 0, 0, 9).Found);
        Assert.Equal(1, Bounds(Quantity with { Most = 100 }, 900, 100, 9).Found);
        Assert.Equal(1, Bounds(Quantity with { Most = 100, Mean = null }, 900, 100, 9).Found);
        Assert.Equal(1, Bounds(Quantity with { Least = 250, Sum = null, Decimals = 0, Most = null }, 0, 25000, 9).Found);
        Assert.Equal(0, Bounds(Quantity with { Least = 0, Most = 100 }, 899, 100, 200).Found);
        Assert.Equal(0, Bounds(Quantity with { Least = -100 }, 0, 0, 9).Found);
        Assert.Equal(0, Bounds(Quantity, 0, 0, 9).Found);
    }

    [Theory]
    [InlineData("0.5", 9, 5, 1)] // Four lie below the median of nine, and four above.
    [InlineData("0.5", 10, 5, 0)]
    [InlineData("0.9", 40, 5, 1)]
    [InlineData("0.9", 50, 5, 0)]
    [InlineData("0.1", 49, 5, 1)]
    [InlineData("0.5", 3, 2, 1)] // The value of one of three.
    public void A_quantile_that_few_lie_beyond_is_found(string at, int count, int threshold, int found)
    {
        var formula = new QuantileFormula(
            decimal.Parse(at, System.Globalization.CultureInfo.InvariantCulture), new AdditiveQuantity("sum", MeasureKind.Sum), new AdditiveQuantity("n", MeasureKind.Count));
        var quantiles = new PublishedTableBuilder("q").Key("a", ("a", ["x"]))
            .Measure(new PublishedMeasure("p", MeasureKind.Derived, [7], isAdditive: false, roundingUnit: 1) { Formula = formula }).Build([""]);
        var counts = new PublishedTableBuilder("n").Key("a", ("a", ["x"])).Measure(new PublishedMeasure("n", MeasureKind.Count, [count])).Build([""]);

        var result = new QuantileSupportAttack(new PublishedEdition([quantiles, counts]), 0, threshold).Run();

        Assert.Equal((1, found), (result.Examined, result.Found));
        Assert.Equal(0, new QuantileSupportAttack(new PublishedEdition([quantiles]), 0, threshold).Run().Examined);
    }

    private static AttackResult Missing(long sum, long mean, long count, int threshold, int scale = 2) =>
        new MissingValuesAttack(Table(sum, mean, count, scale), [Quantity], _ => threshold).Run();

    private static AttackResult Bounds(PublishedQuantity quantity, long sum, long mean, long count) =>
        new DeclaredBoundsAttack(Table(sum, mean, count, 2), [quantity]).Run();

    private static PublishedEdition Table(long sum, long mean, long count, int scale) => new([new PublishedTableBuilder("t")
        .Key("a", ("a", ["x"]))
        .Measure(new PublishedMeasure("n", MeasureKind.Count, [count]))
        .Measure(new PublishedMeasure("sum", MeasureKind.Sum, [sum], scale))
        .Measure(new PublishedMeasure("mean", MeasureKind.Mean, [mean], scale, roundingUnit: 1))
        .Build([""])]);
}
