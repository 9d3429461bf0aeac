using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>Without any rule about contributions, a hidden sum is as uncertain as the default range asks; the audit holds what is not.</summary>
public class DefaultRangeTests
{
    private static readonly PolicyText Areas = new()
    {
        Columns =
        [
            ("area", "{type: text, role: key, required: true}"),
            ("kind", "{type: text, role: key, required: true}"),
            ("v", "{type: integer, role: measure, required: true, min: 0}"),
        ],
    };

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Hidden_cells_that_come_to_nothing_together_are_not_left_alone(int people)
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, By("[area]"), Csv(("a", "x", [.. new int[people]]), ("b", "x", [.. new int[people]]), ("c", "x", [10, 20, 30]), ("d", "x", [11, 20, 30]), ("e", "x", [12, 20, 30])), "nothing");
        Assert.Empty(upload.Audit());

        Show(upload, ["a", "b"], []);

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-interval");
    }

    [Fact]
    public async Task A_large_sum_among_small_hidden_ones_is_not_left_nearly_known()
    {
        using var desk = Some.Desk();
        int[] Ten(int least) => [.. Enumerable.Range(0, 10).Select(i => least + (3 * i))];
        var upload = await StagedUpload.OfAsync(
            desk,
            By("[area, kind]"),
            Csv(("a", "x", [6000, 4000]), ("a", "y", [500, 300, 200]), ("b", "x", [1, 0, 2]), ("b", "y", [1, 0, 2]), ("a", "z", Ten(40)), ("b", "z", Ten(41)), ("c", "x", Ten(42)), ("c", "y", Ten(43)), ("c", "z", Ten(44))),
            "nearly");
        Assert.Empty(upload.Audit());

        Show(upload, ["a", "b"], ["x", "y"]);

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-interval");
    }

    [Fact]
    public async Task A_policy_can_ask_for_less()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(
            desk, By("[area]", ", rules: {safetyRange: {share: 1%, least: 1}}"), Csv(("a", "x", [900, 300]), ("b", "x", [20, 10, 5]), ("c", "x", [10, 20, 30]), ("d", "x", [31, 20, 30])), "less");
        Assert.Empty(upload.Audit());
        var hidden = upload.Protected.Tables[0].Table.Status.Count(status => status != CellStatus.Published);

        var usual = await StagedUpload.OfAsync(desk, By("[area]"), Csv(("a", "x", [900, 300]), ("b", "x", [20, 10, 5]), ("c", "x", [10, 20, 30]), ("d", "x", [31, 20, 30])), "usual");
        Assert.True(hidden < usual.Protected.Tables[0].Table.Status.Count(status => status != CellStatus.Published));
    }

    private static PolicyText By(string keys, string more = "") =>
        Areas.With($"{{name: areas, kind: table, audience: public, by: {keys}, measures: [count, {{sum: v}}], threshold: 3{more}}}");

    private static string Csv(params (string Area, string Kind, int[] Values)[] cells) => "area,kind,v\n" + string.Concat(cells.SelectMany(cell =>
        cell.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{cell.Area},{cell.Kind},{value}\n"))));

    // Hides the finest cells of these labels, and nothing else.
    private static void Show(StagedUpload upload, string[] areas, string[] kinds)
    {
        var (plan, table) = upload.Protected.Tables[0];
        bool IsHidden(int cell) => new[] { areas, kinds }.Take(plan.Dimensions.Count).Index().All(each =>
            table.Levels[each.Index][cell] == 0 && each.Item.Contains(plan.Dimensions[each.Index].Hierarchy.Levels[0].Labels[table.Categories[each.Index][cell]]));
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            table.Status[cell] = IsHidden(cell) ? CellStatus.Secondary : CellStatus.Published;
        }

        upload.Protected = new ProtectedUpload([(plan, table.With([]))], []);
    }
}
