using Publish.Metadata;
using Publish.Portal.Texts;

namespace Publish.Portal.Tests;

/// <summary>What a page says of the rules of a certificate is what those rules do.</summary>
public sealed class ProtectionTextTests
{
    private static readonly SiteTexts English = SiteTexts.Of("en");

    [Fact]
    public void A_table_of_exact_numbers_says_what_is_hidden_and_that_an_absent_row_is_empty() =>
        Assert.Equal(
            [English["dataset.hidden.table"], "Numbers that count fewer than 5 are hidden.", English["dataset.hidden.absent"]],
            Of("table", new("minimum-frequency", "", 5), new("secondary-suppression", "")));

    [Fact]
    public void A_threshold_that_is_not_public_is_not_told() =>
        Assert.DoesNotContain(Of("table", new("minimum-frequency", ""), new("secondary-suppression", "")), sentence => sentence.Contains("fewer than", StringComparison.Ordinal));

    [Theory]
    [InlineData("conventional-rounding", 5.0, "multiple of 5, so the true one may be up to 2 more or less")]
    [InlineData("conventional-rounding", 10.0, "multiple of 10, so the true one may be up to 5 more or less")]
    [InlineData("random-rounding", 3.0, "multiples of 3 next to it, so the true one may be up to 2 more or less")]
    [InlineData("small-count-rounding", 5.0, "from 1 to 4 become 0 or 5")]
    [InlineData("cell-key", null, "how much is not told")]
    public void A_table_of_numbers_that_are_not_exact_says_how_far_off_they_may_be_and_never_that_an_absent_row_is_empty(string rule, double? parameter, string part)
    {
        var sentences = Of("table", new CertifiedRule(rule, "", parameter));
        Assert.Contains(sentences, sentence => sentence.Contains(part, StringComparison.Ordinal));
        Assert.Contains(English["dataset.hidden.nought"], sentences);
        Assert.DoesNotContain(English["dataset.hidden.absent"], sentences);
        Assert.DoesNotContain(English["dataset.hidden.table"], sentences);
    }

    // The nearest multiple is at most half the base away, a neighbouring one less than the base.
    [Fact]
    public void How_far_off_a_rounded_number_may_be_is_what_rounding_can_do()
    {
        for (var width = 2; width <= 20; width++)
        {
            var furthest = Enumerable.Range(0, 200).Max(count => Math.Abs(count - (int)(Math.Round((double)count / width, MidpointRounding.AwayFromZero) * width)));
            Assert.Contains($"up to {furthest} more or less", string.Concat(Of("table", new CertifiedRule("conventional-rounding", "", width))), StringComparison.Ordinal);
            var neighbour = Enumerable.Range(0, 200).Max(count => Math.Max(count % width, count % width == 0 ? 0 : width - (count % width)));
            Assert.Contains($"up to {neighbour} more or less", string.Concat(Of("table", new CertifiedRule("random-rounding", "", width))), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dominance", "dataset.hidden.sums")]
    [InlineData("p-percent", "dataset.hidden.sums")]
    [InlineData("prior-posterior", "dataset.hidden.sums")]
    [InlineData("sampling-weights", "dataset.hidden.weights")]
    [InlineData("protected-zeros", "dataset.hidden.zeros")]
    public void Each_rule_that_readers_should_know_of_is_told_once(string rule, string key) =>
        Assert.Single(Of("table", new("minimum-frequency", ""), new("secondary-suppression", ""), new(rule, "")), English[key]);

    [Fact]
    public void Columns_that_a_rule_speaks_of_are_called_by_their_titles()
    {
        Assert.Contains("one category of “The illness”", string.Concat(Of("table", new CertifiedRule("group-disclosure", "") { Column = "illness" })), StringComparison.Ordinal);
        Assert.Contains("the same in “The illness”", string.Concat(Of("records", new("k-anonymity", "", 5), new("entropy-l-diversity", "", 2) { Column = "illness" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_say_how_many_look_alike_and_nothing_of_tables()
    {
        var sentences = Of("records", new CertifiedRule("k-anonymity", "", 7));
        Assert.Equal([English["dataset.hidden.records"], English["dataset.hidden.k", 7]], sentences);
    }

    private static string[] Of(string kind, params CertifiedRule[] rules)
    {
        var release = new CertifiedRelease { Name = "r", Kind = kind, Files = [], Keys = [], Columns = [], Rules = rules, Audit = [], Attested = [] };
        return [.. ProtectionTexts.Of(release, English, column => "The " + column)];
    }
}
