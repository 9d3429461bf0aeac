using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// Two regions of two districts. One district has one respondent and must be hidden: with its neighbour, or with its
/// region and the total.
/// </summary>
public class CellCostTests
{
    private static readonly KeyHierarchy Places = new(
        "district",
        [
            new("district", [0, 1, 2, 3], ["d0", "d1", "d2", "d3"]),
            new("region", [0, 0, 1, 1], ["r0", "r1"]),
            new("all", [0, 0, 0, 0], ["all"]),
        ]);

    /// <summary>Flows that nearly cancel out: the sums of regions and total are small, those of districts are not.</summary>
    private static readonly Int128[] Flows = [-999, 1000, 500, -499];

    [Fact]
    public void The_neighbour_of_few_respondents_is_hidden_where_respondents_are_the_cost() =>
        Assert.Equal(["d0", "d1"], Hidden(CellCost.Respondents));

    [Fact]
    public void Cells_of_small_sums_are_hidden_where_a_measure_is_the_cost() =>
        Assert.Equal(["all", "d0", "r0"], Hidden(CellCost.OfSum(0)));

    [Fact]
    public void Few_cells_are_hidden_where_cells_are_the_cost() =>
        Assert.Equal(["d0", "d1"], Hidden(CellCost.Cells));

    [Fact]
    public void A_level_can_be_made_cheaper() =>
        Assert.Equal(["all", "d0", "r0"], Hidden(CellCost.Respondents, 1, 0.01, 0.01));

    [Fact]
    public void A_level_can_be_made_dearer() =>
        Assert.Equal(["d0", "d1"], Hidden(CellCost.OfSum(0), 1, 10_000, 1));

    [Fact]
    public void What_is_to_be_kept_is_published_where_others_can_be_hidden() =>
        Assert.Equal(["d0", "d1"], Hidden(CellCost.OfSum(0), 1, double.PositiveInfinity, double.PositiveInfinity));

    [Fact]
    public void What_is_to_be_kept_is_hidden_where_others_do_not_help() =>
        Assert.Equal(
            ["d0", "d1"],
            Hidden(CellCost.Respondents, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity));

    [Fact]
    public void A_set_of_cells_of_two_tables_is_kept_if_one_of_them_keeps_it()
    {
        var keeps = Request(CellCost.OfSum(0), 1, double.PositiveInfinity, 1);

        var edition = Protect(keeps, keeps with { Keys = [new TableKey(0, [0, 1, 2])] });

        Assert.All(edition.Tables, table => Assert.Equal(["d0", "d1"], Hidden(table)));
    }

    private static string[] Hidden(CellCost cost, params double[] levelCosts) =>
        Hidden(Protect(Request(cost, levelCosts)).Tables[0]);

    private static TableRequest Request(CellCost cost, params double[] levelCosts) =>
        new("t", [new TableKey(0, [0, 1, 2]) { LevelCosts = levelCosts }], 3) { Cost = cost };

    private static ProtectedEdition Protect(params TableRequest[] requests)
    {
        var edition = TableProtection.Protect(
            new ClassTable([[0, 1, 2, 3]], [1, 9, 8, 7], [1, 9, 8, 7], [Flows], RespondentOverlaps.None), [Places], requests);
        Assert.True(edition.IsCertified);
        return edition;
    }

    private static string[] Hidden(ProtectedTable table) =>
    [
        .. Enumerable.Range(0, table.CellCount)
            .Where(cell => table.Status[cell] != CellStatus.Published)
            .Select(cell => Places.Levels[table.Levels[0][cell]].Labels[table.Categories[0][cell]])
            .Order(StringComparer.Ordinal),
    ];
}
