using Publish.Codes;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class TableRuleTests
{
    [Fact]
    public void A_cell_whose_rows_have_no_respondent_is_primary()
    {
        var table = Protect(new ClassTable([[0, 1, 2]], [0, 9, 9], [4, 9, 9], [], RespondentOverlaps.None), new TableRequest("t", [Both], 1));

        Assert.Equal(CellStatus.Primary, table.Status[0]);
        Assert.Equal(PrimaryRule.Frequency, table.Rule[0]);
        Assert.Single(table.Status, CellStatus.Secondary);
    }

    [Fact]
    public void A_cell_with_too_few_values_of_a_measure_is_primary()
    {
        // Key 1 tells whether the measure has a value. Nine respondents are in category 0, two of them with a value.
        var classes = new ClassTable(
            [[0, 0, 1, 2], [0, 1, 1, 1]], [7, 2, 9, 9], [7, 2, 9, 9], [[0, 5, 6, 7]], RespondentOverlaps.None);
        var request = new TableRequest("t", [Both], 3) { Measures = [new TableMeasure(0, PresenceKey: 1)] };

        var table = Protect(classes, request);

        Assert.Equal([2, 9, 9, 20], table.Contributors[0]);
        Assert.Equal([PrimaryRule.Contributors, PrimaryRule.None, PrimaryRule.None, PrimaryRule.None], table.Rule);
        Assert.Equal((0, 1, 1), (table.Summary.PrimaryBy(PrimaryRule.Frequency), table.Summary.PrimaryBy(PrimaryRule.Contributors), table.Summary.Secondary));
    }

    [Fact]
    public void The_cheapest_secondary_by_the_measure_is_chosen_where_the_measure_is_the_cost()
    {
        var classes = new ClassTable(
            [[0, 1, 2]], [1, 5, 9], [1, 5, 9], [[(Int128)1, -100, 10]], RespondentOverlaps.None);
        var byRespondents = new TableRequest("t", [Both], 3) { Measures = [new TableMeasure(0)] };

        Assert.Equal(CellStatus.Secondary, Protect(classes, byRespondents).Status[1]);
        var table = Protect(classes, byRespondents with { Cost = CellCost.OfSum(0) });
        Assert.Equal(CellStatus.Secondary, table.Status[2]);
        Assert.Equal([10], table.Summary.SumsHidden);
        Assert.Equal(9, table.Summary.RespondentsHidden);
    }

    [Fact]
    public void A_secondary_cell_names_the_cell_it_shields()
    {
        var table = Protect(Counts(1, 5, 9), new TableRequest("t", [Both], 3));

        Assert.Equal([-1, table.SystemCell[0], -1, -1], table.Shields);
    }

    [Fact]
    public void A_singleton_and_its_only_neighbour_below_the_threshold_get_a_third_cell()
    {
        Assert.Equal(0, Protect(Counts(2, 2, 9), new TableRequest("t", [Both], 3)).Summary.Secondary);
        Assert.Equal(1, Protect(Counts(1, 2, 9), new TableRequest("t", [Both], 3)).Summary.Secondary);
    }

    [Fact]
    public void The_strictest_threshold_holds_in_every_table_that_has_the_cell()
    {
        var edition = TableProtection.Protect(
            Counts(4, 20, 30), [Flat(3)], [new TableRequest("a", [Both], 3), new TableRequest("b", [Both], 5)]);

        Assert.All(edition.Tables, table => Assert.Equal(CellStatus.Primary, table.Status[0]));
    }

    [Fact]
    public void A_level_that_joins_nothing_is_hidden_with_the_level_it_repeats()
    {
        var level = new HierarchyLevel("same", [0, 1, 2], ["a", "b", "c"]);
        var hierarchy = new KeyHierarchy("key", [level, level, new HierarchyLevel("all", [0, 0, 0], ["all"])]);

        var table = TableProtection.Protect(Counts(1, 5, 9), [hierarchy], [new TableRequest("t", [new TableKey(0, [0, 1, 2])], 3)]).Tables[0];

        Assert.Equal(table.Status[..3], table.Status[3..6]);
        Assert.Equal([0, 0, 0, 1, 1, 1, 2], table.Levels[0]);
    }

    [Fact]
    public void A_table_without_keys_is_the_grand_total()
    {
        var table = Protect(Counts(1, 5, 9), new TableRequest("t", [], 3));

        Assert.Equal([15], table.Respondents);
        Assert.Equal([CellStatus.Published], table.Status);
    }

    [Fact]
    public void An_edition_without_classes_has_no_cells()
    {
        var table = Protect(Counts(), new TableRequest("t", [Both], 3) { Zeros = ZeroTreatment.Protected });

        Assert.Equal(0, table.CellCount);
    }

    [Fact]
    public void A_protected_zero_that_another_table_publishes_as_empty_holds_the_edition()
    {
        // Nobody is in (0, 1); the second table has the same keys and says so at a finer level.
        var classes = new ClassTable([[0, 1, 2], [0, 1, 0]], [9, 9, 9], [9, 9, 9], [], RespondentOverlaps.None);
        var finer = new TableRequest("finer", [new TableKey(0, [0]), new TableKey(1, [0])], 3);
        var coarser = new TableRequest("coarser", [new TableKey(0, [1]), new TableKey(1, [0])], 3) { Zeros = ZeroTreatment.Protected };
        var pairs = new KeyHierarchy("key", [Level(0, 1, 2), Level(0, 1, 0), Level(0, 0, 0)]);

        var edition = TableProtection.Protect(classes, [pairs, Flat(2)], [finer, coarser]);

        Assert.False(edition.IsCertified);
        Assert.Equal([TableCodes.ZerosShownElsewhere], edition.Doubts.Select(doubt => doubt.Code));
    }

    [Fact]
    public void Zeros_over_too_many_combinations_are_refused()
    {
        const int Categories = 2001;
        int[] codes = [.. Enumerable.Range(0, Categories)];
        long[] ones = [.. codes.Select(_ => 1L)];
        var request = new TableRequest("t", [Both, new TableKey(1, [0])], 3) { Zeros = ZeroTreatment.Protected };

        var refusal = Assert.Throws<CodedException>(() => TableProtection.Protect(
            new ClassTable([codes, codes], ones, ones, [], RespondentOverlaps.None), [Flat(Categories), Flat(Categories)], [request]));

        Assert.Equal(TableCodes.TooManyEmptyCells, refusal.Findings[0].Code);
    }

    [Fact]
    public void Requests_that_name_what_is_not_there_are_refused()
    {
        TableRequest[] wrong =
        [
            new("t", [Both], 0),
            new("t", [Both, Both], 3),
            new("t", [new TableKey(1, [0])], 3),
            new("t", [new TableKey(0, [])], 3),
            new("t", [new TableKey(0, [1, 0])], 3),
            new("t", [new TableKey(0, [2])], 3),
            new("t", [Both], 3) { Measures = [new TableMeasure(0)] },
            new("t", [Both], 3) { Cost = CellCost.OfSum(0) },
            new("t", [Both with { LevelCosts = [1] }], 3),
            new("t", [Both with { LevelCosts = [1, 0] }], 3),
        ];

        Assert.All(wrong, request => Assert.ThrowsAny<ArgumentException>(() => Protect(Counts(1, 5, 9), request)));
    }

    private static TableKey Both { get; } = new(0, [0, 1]);

    private static ClassTable Counts(params long[] counts) =>
        new([[.. Enumerable.Range(0, counts.Length)]], counts, counts, [], RespondentOverlaps.None);

    private static KeyHierarchy Flat(int categories) =>
        new("key", [Level([.. Enumerable.Range(0, categories)]), Level(new int[categories])]);

    private static HierarchyLevel Level(params int[] categoryOf) =>
        new("level", categoryOf, [.. categoryOf.Distinct().Select(category => $"c{category}")]);

    private static ProtectedTable Protect(ClassTable classes, TableRequest request)
    {
        var edition = TableProtection.Protect(classes, [Flat(3)], [request]);
        Assert.True(edition.IsCertified);
        return edition.Tables[0];
    }
}
