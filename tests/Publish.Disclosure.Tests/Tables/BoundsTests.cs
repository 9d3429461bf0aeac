using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>No suppressed count follows from counts being whole and, where a row is listed, at least one.</summary>
public class BoundsTests
{
    [Fact]
    public void Three_listed_cells_that_share_three_respondents_need_another_cell()
    {
        var table = Protect(1, 1, 1, 5);

        Assert.Equal(1, table.Summary.Secondary);
        Assert.Equal(CellStatus.Secondary, table.Status[3]);
        Assert.Contains(table.Shields[3], table.SystemCell[..3]);
    }

    [Fact]
    public void Three_listed_cells_that_share_four_respondents_need_another_because_two_can_be_no_more() =>
        Assert.Equal(1, Protect(1, 1, 2, 5).Summary.Secondary);

    [Fact]
    public void Three_listed_cells_that_share_six_respondents_need_none() =>
        Assert.Equal(0, Protect(2, 2, 2, 5).Summary.Secondary);

    [Fact]
    public void Empty_cells_that_share_nobody_need_another_cell_where_zeros_are_secret()
    {
        // Rows of the first category are all in the first of three columns: 9 = 9 + 0 + 0.
        var classes = new ClassTable([[0, 1, 1, 1], [0, 0, 1, 2]], [9, 99, 99, 99], [9, 99, 99, 99], [], RespondentOverlaps.None);
        var request = new TableRequest("t", [new TableKey(0, [0, 1]), new TableKey(1, [0, 1])], 3) { Zeros = ZeroTreatment.Protected };

        var table = TableProtection.Protect(classes, [Flat(2), Flat(3)], [request]).Tables[0];

        int[] line = [.. Enumerable.Range(0, table.CellCount).Where(cell => table.Levels[0][cell] == 0 && table.Categories[0][cell] == 0)];
        Assert.Equal(2, line.Count(cell => table.Rule[cell] == PrimaryRule.Zero));
        Assert.Contains(line, cell => table.Status[cell] == CellStatus.Secondary);
    }

    [Fact]
    public void A_pencil_finds_no_suppressed_count_of_a_table() => Holds(1, ZeroTreatment.Published, 100);

    [Fact]
    public void A_pencil_finds_no_suppressed_count_of_linked_tables() => Holds(3, ZeroTreatment.Published, 120);

    [Fact]
    public void A_pencil_finds_no_suppressed_count_where_zeros_are_secret() => Holds(1, ZeroTreatment.Protected, 40);

    private static void Holds(int tables, ZeroTreatment zeros, int runs) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(runs).WithReplay(8, 15),
            Prop.ForAll(TableCases.Any(tables, zeros), @case =>
            {
                var edition = tables == 1 ? @case.ProtectCheapest() : @case.Protect();
                return !edition.IsCertified || !new PencilReader(@case, edition).FindsASuppressedCell(@case, edition);
            }));

    private static ProtectedTable Protect(params long[] counts)
    {
        var classes = new ClassTable([[.. Enumerable.Range(0, counts.Length)]], counts, counts, [], RespondentOverlaps.None);
        var edition = TableProtection.Protect(classes, [Flat(counts.Length)], [new TableRequest("t", [new TableKey(0, [0, 1])], 3)]);
        Assert.True(edition.IsCertified);
        return edition.Tables[0];
    }

    private static KeyHierarchy Flat(int categories) =>
        new("key", [Level([.. Enumerable.Range(0, categories)]), Level(new int[categories])]);

    private static HierarchyLevel Level(params int[] categoryOf) =>
        new("level", categoryOf, [.. categoryOf.Distinct().Select(category => $"c{category}")]);
}
