using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// Protection that forgot what a hidden cell's interval must be like, or a rule about those who have a value, is caught by
/// the audit, which derives every demand from the policy and the classes; protection's own demands are taken away here.
/// </summary>
public class ForgottenDemandTests
{
    private static readonly PolicyText People = new()
    {
        Columns =
        [
            ("area", "{type: text, role: key, required: true}"),
            ("kind", "{type: text, role: key, required: true}"),
            ("pay", "{type: decimal, role: measure, decimals: 2}"),
        ],
    };

    [Fact]
    public async Task A_count_that_cannot_be_lower_is_noticed()
    {
        // Of the hidden four, (a, x) has 2 and (b, y) has 1: were one fewer in the first, nobody would be in the other.
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk, Asking("count"), Csv(("a", "x", 2), ("a", "y", 5), ("b", "x", 5), ("b", "y", 1), ("c", "x", 9), ("c", "y", 9), ("a", "z", 9), ("b", "z", 9), ("c", "z", 9)), "lower");
        Assert.Empty(upload.Audit());

        Hide(upload, ("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"));

        var findings = upload.Audit();
        Assert.Equal("attack-interval", Assert.Single(findings.Select(finding => finding.Code.Id).Distinct()));
    }

    [Fact]
    public async Task An_empty_row_that_nobody_can_be_in_is_noticed()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk, Asking("count, {sum: pay}", ", zeros: protected"), Csv(("a", "y", 5), ("b", "x", 5), ("b", "y", 9)), "empty");
        Assert.Empty(upload.Audit());
        var table = upload.Protected.Tables[0].Table;
        var empty = Enumerable.Range(0, table.CellCount).Where(cell => table.Rows[cell] == 0).ToArray();
        Assert.NotEmpty(empty);

        Hide(upload);
        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-interval");
    }

    [Fact]
    public async Task An_empty_row_whose_sum_is_bounded_too_narrowly_is_noticed()
    {
        // (a, x) is empty, and its neighbours' pay comes to 5.00 each: nobody can think it 10.00.
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk,
            Asking("count, {sum: pay}", ", zeros: protected, rules: {constants: published, safetyRange: {share: 0, least: 10}}"),
            Csv(("a", "y", 5), ("b", "x", 5), ("b", "y", 9), ("a", "z", 30), ("b", "z", 30), ("c", "x", 30), ("c", "y", 30), ("c", "z", 30)),
            "bounded");
        Assert.Empty(upload.Audit());

        Hide(upload, ("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"));

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-interval");
    }

    [Theory]
    [InlineData(PrimaryRule.Contributors, "count, {sum: pay}")]
    [InlineData(PrimaryRule.NonContributors, "count, {sum: pay}")]
    [InlineData(PrimaryRule.QuantileSupport, "count, {quantile: pay, at: 0.5}")]
    public async Task A_forgotten_rule_about_those_who_have_a_value_is_noticed(PrimaryRule rule, string measures)
    {
        using var desk = Some.Desk();
        var few = string.Concat(Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"a,x,{(i < 2 ? "3.50" : "")}\nb,x,{(i < 6 ? "4.50" : "")}\n")));
        var upload = await StagedUpload.OfAsync(desk, Asking(measures), Csv(("a", "y", 9), ("b", "y", 9), ("c", "x", 9), ("c", "y", 4)) + few, "few");
        Assert.Empty(upload.Audit());
        var table = upload.Protected.Tables[0].Table;
        var cells = Enumerable.Range(0, table.CellCount).Where(cell => table.Rule[cell] == rule).ToArray();
        Assert.NotEmpty(cells);

        foreach (var cell in cells)
        {
            table.Status[cell] = CellStatus.Published;
        }

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "secret-published");
    }

    private static PolicyText Asking(string measures, string more = "") =>
        People.With($"{{name: people, kind: table, audience: public, by: [area, kind], measures: [{measures}], threshold: 3{more}}}");

    // Each pays a little more than the one before.
    private static string Csv(params (string Area, string Kind, int People)[] cells) => "area,kind,pay\n" + string.Concat(cells.SelectMany(cell =>
        Enumerable.Range(0, cell.People).Select(i => string.Create(CultureInfo.InvariantCulture, $"{cell.Area},{cell.Kind},{0.80m + (0.1m * i)}\n"))));

    // Hides the cells of the finest grouping set that are named, and nothing else, with no demand of protection's left.
    private static void Hide(StagedUpload upload, params (string Area, string Kind)[] hidden)
    {
        var (plan, table) = upload.Protected.Tables[0];
        string LabelOf(int dimension, int cell) =>
            plan.Dimensions[dimension].Hierarchy.Levels[table.Levels[dimension][cell]].Labels[table.Categories[dimension][cell]];
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            var isFinest = table.Levels[0][cell] == 0 && table.Levels[1][cell] == 0;
            table.Status[cell] = isFinest && hidden.Contains((LabelOf(0, cell), LabelOf(1, cell))) ? CellStatus.Secondary : CellStatus.Published;
        }

        upload.Protected = new ProtectedUpload([(plan, table.With([]))], []);
    }
}
