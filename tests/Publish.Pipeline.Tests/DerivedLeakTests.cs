using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// A cell that is hidden only to shield another is hidden in one table and told by a mean, ratio, share or quantile in
/// another: no rule makes it secret, and no sum or count is shown. The audit holds the release, and whoever has the files
/// alone finds it too.
/// </summary>
public class DerivedLeakTests
{
    private static readonly PolicyText Stays = new()
    {
        Respondent = "row",
        Columns =
        [
            ("ward", "{type: text, role: key, required: true}"),
            ("cost", "{type: decimal, role: measure, decimals: 2, required: true, min: 0}"),
            ("days", "{type: integer, role: measure, required: true, min: 1}"),
        ],
    };

    [Theory]
    [InlineData("{share: count, of: ward}")]
    [InlineData("{share: cost, of: ward, decimals: 3}")]
    [InlineData("{ratio: [cost, days], decimals: 3}")]
    [InlineData("{mean: cost}")]
    [InlineData("{quantile: cost, at: 0.5}")]
    public async Task A_hidden_cell_that_a_derived_number_tells_of_holds_the_release(string measure)
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Telling(measure), Csv(), "told");
        Assert.Empty(upload.Audit());

        var table = upload.Protected.Tables[1].Table;
        Array.Fill(table.Status, CellStatus.Published, Array.IndexOf(table.Status, CellStatus.Secondary), 1);

        var findings = upload.Audit();
        Assert.Contains(findings, finding => finding.Code.Id == "attack-derived-measure" && finding.Place.StartsWith("counts, row ", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Code.Id is "secret-published" or "attack-recount" or "attack-threshold");
        Assert.DoesNotContain(findings, finding => finding.Detail!.Contains("ward 1", StringComparison.Ordinal));
        Assert.Contains(StagedUpload.Read(upload.Write()), finding => finding.Code.Id == "attack-derived-measure");
    }

    [Fact]
    public async Task A_mean_that_gives_a_sum_away_more_narrowly_than_asked_holds_the_release()
    {
        using var desk = Some.Desk();
        const string Table = "{{name: costs, kind: table, audience: public, by: [ward], measures: [count, {{mean: cost, decimals: 2}}], threshold: 3, rules: {{constants: published, safetyRange: {{share: {0}%}}}}}}";
        string Asking(int share) => string.Format(CultureInfo.InvariantCulture, Table, share);
        var upload = await StagedUpload.OfAsync(desk, Stays.With(Asking(20)), Csv(least: 900), "asked");
        Assert.Empty(upload.Audit());

        // A fifth of what ward 0 has is more than ward 1 has altogether.
        var mild = await StagedUpload.OfAsync(desk, Stays.With(Asking(1)), Csv(least: 900), "mild");
        upload.Protected = mild.Protected with { Tables = [(upload.Protected.Tables[0].Plan, mild.Protected.Tables[0].Table)] };

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-derived-measure");
    }

    [Fact]
    public async Task A_quantile_that_few_lie_beyond_is_found_by_whoever_reads_it()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Telling("count, {quantile: cost, at: 0.5}"), Csv(), "few");
        foreach (var (_, table) in upload.Protected.Tables)
        {
            Array.Fill(table.Status, CellStatus.Published);
        }

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-quantile-support");
        Assert.Contains(StagedUpload.Read(upload.Write()), finding => finding.Code.Id == "attack-quantile-support");
    }

    [Fact]
    public async Task Quantiles_of_all_and_of_a_part_that_put_everyone_else_below_a_value_hold_the_release()
    {
        // All 21 outside of ward 0 cost less than anyone within: the median of all lies below the tenth of ward 0, its quarter.
        using var desk = Some.Desk();
        string[] rows =
        [
            .. Enumerable.Range(0, 39).Select(i => string.Create(CultureInfo.InvariantCulture, $"ward 0,{100 + (3 * i)}.25,2")),
            .. Enumerable.Range(0, 21).Select(i => string.Create(CultureInfo.InvariantCulture, $"ward {(i < 2 ? 1 : 2)},{10 + i}.25,2")),
        ];
        var upload = await StagedUpload.OfAsync(
            desk, Telling("count, {quantile: cost, at: 0.5}, {quantile: cost, at: 0.25}"), "ward,cost,days\n" + string.Join('\n', rows) + "\n", "nested");

        Assert.Equal("attack-nested-quantiles", Assert.Single(upload.Audit().Select(finding => finding.Code.Id).Distinct()));
    }

    private static PolicyText Telling(string measure) => Stays.With(
        "{name: counts, kind: table, audience: public, by: [ward], measures: [count, {sum: cost}, {sum: days}], threshold: 3, rules: {constants: published}}",
        $"{{name: derived, kind: table, audience: public, by: [ward], measures: [{measure}], threshold: 3, publishThreshold: true{(measure.Contains("cost", StringComparison.Ordinal) ? ", rules: {constants: published}" : "")}}}");

    // Ward 0 has two, and is hidden with the next smallest.
    private static string Csv(int least = 90) => "ward,cost,days\n" + string.Concat(Enumerable.Range(0, 5).SelectMany(ward =>
        Enumerable.Range(0, ward == 0 ? 2 : 6 + ward).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"ward {ward},{(ward == 0 ? least : 10) + (7 * i)}.25,{1 + (i % 4)}\n"))));
}
