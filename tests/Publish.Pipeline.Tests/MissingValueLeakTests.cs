using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// How many have a value, and how many have none, is in no column: a sum divided by a mean tells it, and the count beside it.
/// What the tables of an edition tell of these two numbers together is protected and attacked like counts.
/// </summary>
public class MissingValueLeakTests
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

    private static readonly PolicyText Visits = new()
    {
        Respondent = "person",
        Columns =
        [
            ("person", "{type: text, role: identifier, required: true}"),
            ("kind", "{type: text, role: key, required: true}"),
            ("pay", "{type: decimal, role: measure, decimals: 2}"),
        ],
    };

    [Fact]
    public async Task A_sum_a_mean_and_a_count_in_three_tables_tell_few_without_a_value()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk, People.With(Table("sums", "{sum: pay}"), Table("means", "{mean: pay}"), Table("counts", "count")), Csv(("a", "x", 9, 2), ("a", "y", 9, 0), ("b", "x", 9, 0), ("b", "y", 9, 4), ("c", "x", 9, 9), ("c", "y", 9, 0)), "three");
        Assert.Empty(upload.Audit());

        foreach (var (_, table) in upload.Protected.Tables)
        {
            Array.Fill(table.Status, CellStatus.Published);
        }

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-missing-values" && finding.Place.StartsWith("means, row ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Few_without_a_value_whom_only_what_is_not_negative_gives_away_hold_the_release()
    {
        // One of (a, x) has no value, and nobody in (a, y), (b, x) and (b, y) has none. No equation tells; but were it two, or
        // none, fewer than nobody would have none next to it. Counts and those who have a value are nine and more in doubt.
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk, People.With(Table("pay", "count, {mean: pay}")), Csv(("a", "x", 9, 1), ("a", "y", 9, 0), ("a", "z", 9, 4), ("b", "x", 9, 0), ("b", "y", 9, 0), ("b", "z", 9, 0), ("c", "x", 9, 4), ("c", "y", 9, 0), ("c", "z", 9, 0)), "zero");
        Assert.Empty(upload.Audit());

        Hide(upload, ("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"));

        var findings = upload.Audit();
        Assert.Equal("attack-missing-values", Assert.Single(findings.Select(finding => finding.Code.Id).Distinct()));
    }

    [Fact]
    public async Task Two_cells_that_differ_by_few_who_have_a_value_hold_the_release()
    {
        // All twelve were in x and in y. Seven have pay in x, these and two more in y: in all, nine have pay, so two have none
        // in x and have some elsewhere. No count differs from another.
        using var desk = Some.Desk();
        var rows = Enumerable.Range(0, 12).SelectMany(i => new[] { $"p{i},x,{(i < 7 ? "3.5" : "")}", $"p{i},y,{(i < 9 ? "4.5" : "")}" });
        var upload = await StagedUpload.OfAsync(
            desk, Visits.With("{name: pay, kind: table, audience: public, by: [kind], measures: [count, {mean: pay}], threshold: 3, rules: {constants: published}}"), "person,kind,pay\n" + string.Join('\n', rows) + "\n", "recurring");
        Assert.Empty(upload.Audit());
        var (_, table) = upload.Protected.Tables[0];
        Assert.DoesNotContain(table.Rule, rule => rule != PrimaryRule.None);
        Assert.Contains(table.Status, status => status != CellStatus.Published);

        Array.Fill(table.Status, CellStatus.Published);

        Assert.Equal("attack-missing-values", Assert.Single(upload.Audit().Select(finding => finding.Code.Id).Distinct()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task What_is_protected_withstands_the_attack(int seed)
    {
        var random = new Random(seed);
        (string, string, int, int)[] cells =
        [
            .. "abcd".SelectMany(area => "wxyz".Select(kind => (area.ToString(), kind.ToString(), random.Next(3, 15))))
                .Select(cell => (cell.Item1, cell.Item2, cell.Item3, Math.Min(cell.Item3, Math.Max(0, random.Next(-8, 6))))),
        ];
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk, People.With(Table("pay", "count, {sum: pay}"), Table("means", "{mean: pay}").Replace("[area, kind]", "[kind]", StringComparison.Ordinal)), Csv(cells), "random");

        Assert.Empty(upload.Audit());
    }

    private static string Table(string name, string measures) =>
        $"{{name: {name}, kind: table, audience: public, by: [area, kind], measures: [{measures}], threshold: 3}}";

    // Each is paid a little more than the one before, but for those who have no value.
    private static string Csv(params (string Area, string Kind, int People, int Without)[] cells) => "area,kind,pay\n" + string.Concat(cells.SelectMany(cell =>
        Enumerable.Range(0, cell.People).Select(i => string.Create(CultureInfo.InvariantCulture, $"{cell.Area},{cell.Kind},{(i < cell.Without ? "" : (20.80m + (0.1m * i)).ToString(CultureInfo.InvariantCulture))}\n"))));

    // Hides the cells of the finest grouping set that are named, and nothing else.
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
