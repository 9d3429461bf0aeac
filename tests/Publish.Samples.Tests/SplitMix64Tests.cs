using Publish.Samples.Randomness;

namespace Publish.Samples.Tests;

public sealed class SplitMix64Tests
{
    [Fact]
    public void It_gives_the_published_numbers()
    {
        // The first numbers of Vigna's reference implementation for the seed 1234567.
        ulong[] published =
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        var random = new SplitMix64(1234567);

        Assert.Equal(published, published.Select(_ => random.Next()));
    }

    [Fact]
    public void A_number_between_bounds_reaches_both()
    {
        var random = new SplitMix64(1);
        var drawn = Enumerable.Range(0, 1_000).Select(_ => random.Between(-1, 2)).ToHashSet();

        Assert.Equal([-1, 0, 1, 2], drawn.Order());
    }

    [Fact]
    public void A_weighted_choice_follows_its_weights()
    {
        var random = new SplitMix64(2);
        var choice = new Weighted<string>(("often", 9), ("seldom", 1));

        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => choice.Draw(random) == "seldom"), 850, 1_150);
    }
}
