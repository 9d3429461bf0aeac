using System.Globalization;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables.Primary;

public class WeightedDominanceTests
{
    [ReferenceFact("dominance")]
    public void Sample_values_are_held_against_the_weighted_total()
    {
        Assert.Equal([100, 190, 180, 170, 180, 170, 160], Rows().Select(cell => (long)Cells.Of(cell.Value).Total));
        Assert.Equal(
            ["v1"],
            Rows().Where(cell => new DominanceRule(1, 70).IsSensitive(Cells.Of(cell.Value))
                || new DominanceRule(2, 90).IsSensitive(Cells.Of(cell.Value))).Select(cell => cell.Key));
    }

    [ReferenceFact("dominance")]
    public void A_weighted_contribution_stands_for_so_many_of_its_value_as_in_tau_argus()
    {
        var rule = new DominanceRule(2, 90) { Weights = SamplingWeights.OfContributions };

        Assert.Equal(["v1", "v2"], Rows().Where(cell => rule.IsSensitive(Cells.Of(cell.Value))).Select(cell => cell.Key));
    }

    [Fact]
    public void Weights_with_decimals_count_as_they_are()
    {
        // 90 with a weight of 1.5 and 10 with a weight of 4.5, in tenths: the two largest are 1.5 of 90 and half of 10.
        var cell = new CellContributions
        {
            Total = 1_800,
            Largest = new Contribution[] { new(90, 1_350), new(10, 450) },
            UnitWeight = 10,
        };

        Assert.True(new DominanceRule(2, 77.7m) { Weights = SamplingWeights.OfContributions }.IsSensitive(cell));
        Assert.False(new DominanceRule(2, 77.8m) { Weights = SamplingWeights.OfContributions }.IsSensitive(cell));
    }

    [Fact]
    public void A_weight_below_one_does_not_make_a_contribution_smaller()
    {
        var cell = new CellContributions { Total = 60, Largest = new Contribution[] { new(9, 45), new(1, 15) }, UnitWeight = 10 };

        Assert.True(new DominanceRule(1, 90) { Weights = SamplingWeights.OfContributions }.IsSensitive(cell));
    }

    private static Dictionary<string, Contribution[]> Rows() =>
        File.ReadLines(Path.Combine(ReferenceData.Find("dominance")!, "contributions.csv"))
            .Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))
            .GroupBy(columns => columns[0], columns => Weighted(Number(columns[1]), Number(columns[2])))
            .ToDictionary(group => group.Key, group => group.ToArray());

    private static Contribution Weighted(long value, long weight) => new(value, value * weight);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
