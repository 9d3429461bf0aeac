using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

public sealed class PrivacyModelTests
{
    [Fact]
    public void K_anonymity_counts_respondents()
    {
        Assert.True(new KAnonymity(5).Holds(5, []));
        Assert.False(new KAnonymity(5).Holds(4, []));
    }

    [Fact]
    public void Distinct_diversity_passes_over_values_without_respondents()
    {
        Assert.True(new DistinctDiversity(0, 2).Holds(4, [3, 1]));
        Assert.False(new DistinctDiversity(0, 2).Holds(3, [3, 0]));
    }

    [Theory]
    [InlineData(new long[] { 2, 2, 2 }, 3, true)]
    [InlineData(new long[] { 7, 7, 7, 7, 7, 7, 7 }, 7, true)]
    [InlineData(new long[] { 2, 2, 1 }, 3, false)]
    [InlineData(new long[] { 5 }, 1, true)]
    [InlineData(new long[] { }, 1, false)]
    public void Entropy_diversity_is_met_by_equal_shares_and_by_nothing_less(long[] histogram, double values, bool holds) =>
        Assert.Equal(holds, new EntropyDiversity(0, values).Holds(histogram.Sum(), histogram));

    [Theory]
    [InlineData(new long[] { 1, 4, 2 }, 3d, 2, true)]
    [InlineData(new long[] { 1, 3, 1 }, 1.5, 2, false)]
    [InlineData(new long[] { 4, 1, 1 }, 4.1, 3, true)]
    [InlineData(new long[] { 4, 1, 1 }, 4d, 3, false)]
    [InlineData(new long[] { 4, 4 }, 100d, 3, false)]
    public void Recursive_diversity_compares_the_most_frequent_with_the_tail(long[] histogram, double c, int values, bool holds) =>
        Assert.Equal(holds, new RecursiveDiversity(0, c, values).Holds(histogram.Sum(), histogram));

    [Fact]
    public void Models_refuse_parameters_that_mean_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new KAnonymity(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistinctDiversity(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EntropyDiversity(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EntropyDiversity(0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecursiveDiversity(0, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecursiveDiversity(0, double.PositiveInfinity, 2));
    }
}
