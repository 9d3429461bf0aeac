using Publish.Attacks.Records;
using Publish.Attacks.Results;

namespace Publish.Attacks.Tests;

public class EquivalenceClassRecountTests
{
    private static readonly PublishedRecords Records = new(
        "people",
        5,
        [new PublishedColumn("age", ["0-49", "50+"], [0, 0, 1, 1, 1]), new PublishedColumn("sex", ["any"], [0, 0, 0, 0, 0])],
        [new PublishedColumn("illness", ["flu", "gout"], [0, 1, 1, 1, -1])],
        ["age", "sex", "illness"]);

    private static readonly RecordPromises Promises = new() { K = 2, Columns = ["sex", "age", "illness"] };

    [Fact]
    public void Classes_as_large_as_promised_withstand()
    {
        var result = new EquivalenceClassRecount(Records, Promises).Run();

        Assert.Equal(AttackVerdict.Withstood, result.Verdict);
        Assert.Contains(new AttackFigure("respondents of the smallest class", 2), result.Figures);
        Assert.Contains(new AttackFigure("homogeneous classes of illness", 0), result.Figures);
    }

    [Fact]
    public void A_class_smaller_than_k_is_found()
    {
        var result = new EquivalenceClassRecount(Records, Promises with { K = 3 }).Run();

        var witness = Assert.Single(result.Witnesses);
        Assert.Equal(AttackCodes.ClassSize, witness.Code);
        Assert.Equal("The class of age 0-49, sex any has 2 respondents, fewer than 3.", witness.Text);
    }

    [Fact]
    public void Records_of_one_respondent_count_once()
    {
        Assert.Equal(AttackVerdict.Withstood, new EquivalenceClassRecount(Records, Promises, [1, 2, 3, 3, 4]).Run().Verdict);
        Assert.Equal(AttackVerdict.Broken, new EquivalenceClassRecount(Records, Promises, [1, 1, 3, 3, 4]).Run().Verdict);
        Assert.Equal(AttackVerdict.Broken, new EquivalenceClassRecount(Records, Promises, [1, -1, 3, 3, 4]).Run().Verdict);
    }

    [Fact]
    public void Too_few_values_of_a_sensitive_column_are_found()
    {
        Withstands(new DiversityPromise("illness", Distinct: 2));
        Breaks(new DiversityPromise("illness", Distinct: 3));
    }

    [Fact]
    public void Entropy_diversity_is_exact_at_its_bound()
    {
        // Class 0-49: two values once each, entropy ln 2. Class 50+: frequencies 2 and 1.
        var equal = Records with { Rows = 2, Keys = [new PublishedColumn("age", ["0-49"], [0, 0])], Sensitive = [new PublishedColumn("illness", ["flu", "gout"], [0, 1])] };
        Assert.Equal(AttackVerdict.Withstood, new EquivalenceClassRecount(equal, Promises with { Diversity = [new DiversityPromise("illness", Entropy: 2)] }).Run().Verdict);
        Withstands(new DiversityPromise("illness", Entropy: 1.88));
        Breaks(new DiversityPromise("illness", Entropy: 1.9));
    }

    [Fact]
    public void Recursive_diversity_weighs_the_most_frequent_value_against_the_rest()
    {
        // Class 50+: r1 = 2, r2 = 1; 2 < c · 1 needs c > 2.
        Withstands(new DiversityPromise("illness", Recursive: (2.1, 2)));
        Breaks(new DiversityPromise("illness", Recursive: (2, 2)));
    }

    [Fact]
    public void A_homogeneous_class_is_counted_and_breaks_only_what_forbids_it()
    {
        var homogeneous = Records with { Sensitive = [new PublishedColumn("illness", ["flu", "gout"], [0, 1, 1, 1, 1])] };

        var counted = new EquivalenceClassRecount(homogeneous, Promises).Run();
        var forbidden = new EquivalenceClassRecount(homogeneous, Promises with { ForbidsHomogeneity = true }).Run();

        Assert.Equal(AttackVerdict.Withstood, counted.Verdict);
        Assert.Contains(new AttackFigure("homogeneous classes of illness", 1), counted.Figures);
        Assert.Equal(AttackCodes.Homogeneity, Assert.Single(forbidden.Witnesses).Code);
    }

    [Fact]
    public void Columns_that_are_too_many_or_too_few_are_found_and_strange_ones_not_named()
    {
        var result = new EquivalenceClassRecount(Records with { Columns = ["age", "surname", "illness"] }, Promises).Run();

        Assert.Equal(2, result.Found);
        Assert.All(result.Witnesses, witness => Assert.DoesNotContain("surname", witness.Text, StringComparison.Ordinal));
        Assert.Contains("positions 2", result.Witnesses[0].Text, StringComparison.Ordinal);
        Assert.Contains("missing: sex", result.Witnesses[1].Text, StringComparison.Ordinal);
    }

    private static void Withstands(DiversityPromise promise) =>
        Assert.Equal(AttackVerdict.Withstood, new EquivalenceClassRecount(Records, Promises with { Diversity = [promise] }).Run().Verdict);

    private static void Breaks(DiversityPromise promise)
    {
        var result = new EquivalenceClassRecount(Records, Promises with { Diversity = [promise] }).Run();
        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.Diversity, witness.Code));
    }
}
