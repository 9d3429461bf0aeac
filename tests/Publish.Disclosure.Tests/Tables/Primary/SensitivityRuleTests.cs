using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables.Primary;

public class SensitivityRuleTests
{
    [Fact]
    public void A_cell_below_the_threshold_is_sensitive_and_its_count_must_be_in_doubt()
    {
        var rule = new MinimumFrequency(3);

        Assert.True(rule.IsSensitive(new CellContributions { Respondents = 2 }));
        Assert.False(rule.IsSensitive(new CellContributions { Respondents = 3 }));
        Assert.Equal(new ProtectionLevel(1, 1), rule.LevelOf(new CellContributions { Respondents = 2 }));
        Assert.Equal(new ProtectionLevel(0, 1), rule.LevelOf(new CellContributions { Respondents = 1 }));
        Assert.Equal(ProtectionLevel.None, rule.LevelOf(new CellContributions { Respondents = 3 }));
    }

    [Theory]
    [InlineData(9, 9, false)]
    [InlineData(9, 8, true)]
    [InlineData(9, 6, false)]
    public void A_few_without_a_value_are_as_telling_as_a_few_with_one(long respondents, long contributors, bool expected) =>
        Assert.Equal(
            expected,
            new MinimumNonContributors(3).IsSensitive(new CellContributions { Respondents = respondents, Contributors = contributors }));

    [Fact]
    public void Negative_contributions_count_by_their_absolute_value()
    {
        Assert.True(new DominanceRule(1, 50).IsSensitive(Cells.Of(-80, 20, 20)));
        Assert.True(new PPercentRule(10).IsSensitive(Cells.Of(-80, 20, 7)));
        Assert.False(new PPercentRule(10).IsSensitive(Cells.Of(-80, 20, 8)));
    }

    [Fact]
    public void Exactly_k_percent_is_not_more_than_k_percent()
    {
        Assert.False(new DominanceRule(1, 80).IsSensitive(Cells.Of(80, 20)));
        Assert.True(new DominanceRule(1, 79.9999m).IsSensitive(Cells.Of(80, 20)));
        Assert.Equal(new ProtectionLevel(1, 1), new DominanceRule(1, 79.9999m).LevelOf(Cells.Of(80, 20)));
    }

    [Fact]
    public void A_cell_of_one_contributor_is_dominated_and_one_of_nothing_is_not()
    {
        SensitivityRule[] rules = [new DominanceRule(2, 90), new PPercentRule(10), new PriorPosteriorRule(10, 50)];

        Assert.All(rules, rule => Assert.True(rule.IsSensitive(Cells.Of(5))));
        Assert.All(rules, rule => Assert.False(rule.IsSensitive(Cells.Of(0, 0, 0))));
        Assert.All(rules, rule => Assert.False(rule.IsSensitive(Cells.Of())));
    }

    [Fact]
    public void A_safety_range_of_a_cell_of_value_zero_is_absolute() =>
        Assert.Equal(new ProtectionLevel(0, 250), new SafetyRange(10, 250).LevelOf(Cells.Of(0, 0)));

    [Fact]
    public void A_cell_whose_values_are_all_the_same_is_sensitive_however_many_they_are()
    {
        Assert.True(new ConstantRule().IsSensitive(Cells.Of(7, 7, 7, 7)));
        Assert.False(new ConstantRule().IsSensitive(Cells.Of(7, 7, 7, 8)));
        Assert.False(new ConstantRule().IsSensitive(Cells.Of()));
    }

    [Theory]
    [InlineData("0.5", 19, true)]
    [InlineData("0.5", 20, false)]
    [InlineData("0.1", 99, true)]
    [InlineData("0.9", 100, false)]
    public void A_quantile_needs_enough_contributors_on_both_sides(string quantile, long contributors, bool expected) =>
        Assert.Equal(
            expected,
            new QuantileSupport(decimal.Parse(quantile, CultureInfo.InvariantCulture), 10)
                .IsSensitive(new CellContributions { Contributors = contributors }));

    /// <summary>The level is what the cell's total would have to grow by to be safe, as far as whole units go.</summary>
    [Fact]
    public void The_upper_level_is_the_least_growth_of_the_rest_that_makes_a_cell_safe() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<uint, uint, uint>((a, b, c) => IsLeastGrowth(a, b, c)));

    private static bool IsLeastGrowth(uint a, uint b, uint c)
    {
        var k = 1 + (int)((a + b + c) % 99);
        SensitivityRule[] rules = [new DominanceRule(1, k), new DominanceRule(2, k), new PPercentRule(k), new PriorPosteriorRule(k, 100)];
        var values = new Contribution[] { (long)a, (long)b, (long)c }.OrderByDescending(value => value.Size).ToArray();
        foreach (var rule in rules)
        {
            var level = rule.LevelOf(Cells.Of(values));
            if (rule.IsSensitive(Cells.Of(values)) != level.Upper > 0
                || rule.IsSensitive(Grown(values, level.Upper))
                || (level.Upper > 0 && !rule.IsSensitive(Grown(values, level.Upper - 1))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same largest contributions in a total that small ones made larger.</summary>
    private static CellContributions Grown(Contribution[] values, Int128 by) => new()
    {
        Total = values.Aggregate(by, (sum, value) => sum + value.Size),
        Largest = values,
        UnitWeight = 1,
    };
}
