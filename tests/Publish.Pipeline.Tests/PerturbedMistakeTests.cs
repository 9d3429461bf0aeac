using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>One mistake planted in rounded or perturbed counts is caught by the audit, whichever it is.</summary>
public class PerturbedMistakeTests
{
    public static TheoryData<string, int> Methods => new()
    {
        { "threshold: 1, rounding: {method: conventional, base: 5}", 5 },
        { "threshold: 1, rounding: {method: random, base: 5, key: rounding}", 5 },
        { "threshold: 1, cellKey: {table: noise.csv, key: records}", 1 },
        { "preset: nhs-subnational", 5 },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_count_that_is_moved_by_a_step_is_caught(string how, int step)
    {
        using var desk = Perturbed.Desk();
        var upload = await StagedUpload.OfAsync(desk, Perturbed.Policy(how), Perturbed.Csv(Perturbed.People(3)), "moved");
        var (table, counts) = (upload.Protected.Tables[0].Table, upload.Protected.Perturbed["people"].Counts);
        Assert.Empty(upload.Audit());

        foreach (var cell in Enumerable.Range(0, counts.Length).Where(cell => table.Status[cell] == Disclosure.Tables.CellStatus.Published && counts[cell] > 0).Where((_, i) => i % 3 == 0))
        {
            counts[cell] += step;
            Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-recount");
            counts[cell] -= step;
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Exact_counts_in_place_of_perturbed_ones_are_caught(string how, int step)
    {
        using var desk = Perturbed.Desk();
        var upload = await StagedUpload.OfAsync(desk, Perturbed.Policy(how), Perturbed.Csv(Perturbed.People(3)), "exact");
        upload.Protected.Tables[0].Table.Respondents.CopyTo(upload.Protected.Perturbed["people"].Counts, 0);

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == (step > 1 ? "attack-not-multiple" : "attack-recount"));
    }

    [Fact]
    public async Task Noise_that_gives_counts_away_together_holds_the_release()
    {
        // One of each sex: each is published as 0, and all three as 4; noise goes no further than 1.
        using var desk = Perturbed.Desk();
        desk.Write("noise.csv", "i,v,p,lb,ub\n0,0,1,0,1\n1,-1,1,0,1\n2,0,1,0,1\n3,1,1,0,1\n");
        desk.Write("districts.csv", Some.Districts);
        var receipt = await desk.RunAsync(
            Perturbed.Policy("threshold: 1, cellKey: {table: noise.csv, key: records, allowBias: true}"), Perturbed.Csv([(1001, "Norham", "f"), (1002, "Norham", "m"), (1003, "Norham", "x")]));

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Contains(receipt.Findings, finding => finding.Code == "attack-cell-key-bounds");
        Assert.DoesNotContain(receipt.Findings, finding => finding.Code == "attack-recount");
    }

    [Fact]
    public async Task A_count_that_is_no_sum_of_the_rounded_classes_and_a_small_one_are_caught_where_totals_add_up()
    {
        using var desk = Perturbed.Desk();
        var upload = await SmallCountsAsync(desk);
        var counts = upload.Protected.Perturbed["people"].Counts;
        Assert.Empty(upload.Audit());

        foreach (var cell in Enumerable.Range(0, counts.Length).Where(cell => counts[cell] > 0).Where((_, i) => i % 3 == 0))
        {
            var count = counts[cell];
            counts[cell] = count + 1;
            Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-recount");
            counts[cell] = count - 5;
            Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-recount");
            counts[cell] = 3;
            Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-threshold");
            counts[cell] = count;
        }
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(false, -5)]
    [InlineData(false, 1)]
    [InlineData(true, 5)]
    public async Task Classes_that_were_not_rounded_as_they_may_be_are_caught_although_all_totals_agree(bool isSmall, int by)
    {
        using var desk = Perturbed.Desk();
        var upload = await SmallCountsAsync(desk);
        var (table, perturbed) = (upload.Protected.Tables[0].Table, upload.Protected.Perturbed["people"]);
        var classes = upload.Protected.RoundedClasses!;
        var exact = Enumerable.Range(0, classes.Length).First(c => (classes[c] == 5) == isSmall && classes[c] >= 5);

        // The class in every cell that it is part of, so that nothing but the class itself is wrong.
        var own = Enumerable.Range(0, table.CellCount).Where(cell => upload.IsPart(exact, cell)).ToArray();
        Assert.NotEmpty(own);
        classes[exact] += by;
        foreach (var cell in own)
        {
            perturbed.Counts[cell] += by;
        }

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-recount");
    }

    [Fact]
    public async Task Totals_without_the_classes_they_are_made_of_are_caught()
    {
        using var desk = Perturbed.Desk();
        var upload = await SmallCountsAsync(desk);
        upload.Protected = upload.Protected with { RoundedClasses = null };

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-recount");
    }

    private static Task<StagedUpload> SmallCountsAsync(Desk desk) => StagedUpload.OfAsync(
        desk, Perturbed.Policy("threshold: 1, rounding: {method: small-count, base: 5}"), Perturbed.Csv(Perturbed.People(3)), "small");

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_row_that_is_left_out_is_caught(string how, int step)
    {
        using var desk = Perturbed.Desk();
        var upload = await StagedUpload.OfAsync(desk, Perturbed.Policy(how), Perturbed.Csv(Perturbed.People(3)), "left-out");
        var perturbed = upload.Protected.Perturbed["people"];
        var cell = Enumerable.Range(0, perturbed.Counts.Length).First(cell => perturbed.IsListed[cell] && perturbed.Counts[cell] >= 2 * step);
        perturbed.IsListed[cell] = false;

        Assert.Contains(upload.Audit(), finding => finding.Code.Id is "attack-recount" or "attack-layout");
    }
}
