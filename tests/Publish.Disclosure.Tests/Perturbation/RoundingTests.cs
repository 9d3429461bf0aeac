using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Perturbation;

public class RoundingTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261125UL, 3UL);

    [ReferenceFact("handbook")]
    public void The_handbook_rounds_conventionally_to_base_5_as_here_but_for_its_erratum()
    {
        foreach (var row in ReferenceRows.Read("handbook", "rounding_base5.csv"))
        {
            for (var column = 1; column <= 3; column++)
            {
                var printed = row[column + 3].Split(' ')[0];
                Assert.Equal(long.Parse(printed, CultureInfo.InvariantCulture), Round(row[column]));
            }
        }

        Assert.Equal(30, ConventionalRounding.Round(32, 5));
    }

    [ReferenceFact("handbook")]
    public void The_handbook_s_controlled_table_is_of_neighbouring_multiples()
    {
        foreach (var row in ReferenceRows.Read("handbook", "rounding_base5.csv"))
        {
            for (var column = 1; column <= 3; column++)
            {
                var (value, controlled) = (Long(row[column]), Long(row[column + 6]));
                Assert.Contains(controlled, new[] { RandomRounding.Round(value, 5, 0), RandomRounding.Round(value, 5, ulong.MaxValue) });
            }
        }
    }

    [ReferenceFact("handbook")]
    public void Random_rounding_to_base_3_has_the_handbook_s_probabilities()
    {
        const int Draws = 3 << 10;
        foreach (var row in ReferenceRows.Read("handbook", "random_round_base3.csv"))
        {
            var (value, to) = (Long(row[0]), Long(row[1]));
            var probability = row[2].Split('/').Select(Some.Number).Aggregate((above, below) => above / below);
            var times = Enumerable.Range(0, Draws).Count(i => RandomRounding.Round(value, 3, Spread(i, Draws)) == to);
            Assert.Equal((double)probability, times / (double)Draws, 0.001);
        }
    }

    [Fact]
    public void Ties_go_away_from_zero()
    {
        Assert.Equal(10, ConventionalRounding.Round(5, 10));
        Assert.Equal(-10, ConventionalRounding.Round(-5, 10));
        Assert.Equal(0, ConventionalRounding.Round(4, 10));
    }

    [Fact]
    public void Conventional_rounding_gives_the_nearest_multiple() =>
        Check.One(Fixed, Prop.ForAll<int, uint>((value, b) =>
        {
            var roundingBase = (int)(b % 1000) + 2;
            var rounded = ConventionalRounding.Round(value, roundingBase);
            return rounded % roundingBase == 0 && 2 * Math.Abs(rounded - value) <= roundingBase;
        }));

    [Fact]
    public void Random_rounding_gives_a_neighbouring_multiple_and_leaves_multiples() =>
        Check.One(Fixed, Prop.ForAll<int, uint, ulong>((value, b, draw) =>
        {
            var roundingBase = (int)(b % 1000) + 2;
            var rounded = RandomRounding.Round(value, roundingBase, draw);
            return rounded % roundingBase == 0 && Math.Abs(rounded - value) < roundingBase
                && (value % roundingBase != 0 || rounded == value);
        }));

    [Fact]
    public void Random_rounding_is_unbiased_over_evenly_spread_draws() =>
        Check.One(Fixed.WithMaxTest(50), Prop.ForAll<int, uint>((value, b) =>
        {
            var roundingBase = (int)(b % 20) + 2;
            var draws = roundingBase * 64;
            var sum = Enumerable.Range(0, draws).Sum(i => RandomRounding.Round(value, roundingBase, Spread(i, draws)));
            return sum == (long)value * draws;
        }));

    [Fact]
    public void A_secret_draws_evenly()
    {
        var key = Some.Key();
        var mean = Enumerable.Range(0, 4000).Average(cell => RandomRounding.Round(1, 3, key.Draw(cell.ToString(CultureInfo.InvariantCulture), 1)));

        // Four standard errors of the mean of 4,000 draws of 0 or 3 with probability 1/3.
        Assert.Equal(1, mean, 4 * Math.Sqrt(2.0 / 4000));
    }

    [Fact]
    public void A_draw_depends_on_key_cell_and_count_and_on_nothing_else()
    {
        Assert.Equal(Some.Key().Draw("a", 1), Some.Key().Draw("a", 1));
        Assert.NotEqual(Some.Key().Draw("a", 1), Some.Key(2).Draw("a", 1));
        Assert.NotEqual(Some.Key().Draw("a", 1), Some.Key().Draw("b", 1));
        Assert.NotEqual(Some.Key().Draw("a", 1), Some.Key().Draw("a", 2));
    }

    [Fact]
    public void A_short_key_is_refused_without_being_told()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SecretKey(new byte[SecretKey.LeastBytes - 1]));
        Assert.DoesNotContain("00", refusal.Message, StringComparison.Ordinal);
    }

    // The middle of the i-th of equal parts of the range of draws.
    private static ulong Spread(int i, int parts) => (ulong)(((((UInt128)i * 2) + 1) << 64) / (UInt128)(2 * parts));

    private static long Round(string text) => ConventionalRounding.Round(Long(text), 5);

    private static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
