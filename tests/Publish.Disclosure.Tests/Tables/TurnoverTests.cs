using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class TurnoverTests
{
    [ReferenceFact("rtauargus-turnover")]
    public void With_primaries_alone_hidden_63_of_77_cells_of_activity_by_size_are_solvable() => SolvableAlone("act_size", 63, 77);

    [ReferenceFact("rtauargus-turnover")]
    public void With_primaries_alone_hidden_49_of_60_cells_of_activity_by_legal_form_are_solvable() => SolvableAlone("act_cj", 49, 60);

    [ReferenceFact("rtauargus-turnover")]
    public void With_primaries_alone_hidden_all_72_cells_of_region_by_size_are_solvable() => SolvableAlone("nuts_size", 72, 72);

    [ReferenceFact("rtauargus-turnover")]
    public void With_primaries_alone_hidden_all_65_cells_of_region_by_legal_form_are_solvable() => SolvableAlone("nuts_cj", 65, 65);

    [ReferenceFact("rtauargus-turnover")]
    public void Nothing_is_solvable_once_each_table_is_protected() =>
        Assert.All(["act_size", "act_cj", "nuts_size", "nuts_cj"], table => NothingIsSolvable(new TurnoverTables(table)));

    [ReferenceFact("rtauargus-turnover")]
    public void Nothing_is_solvable_once_the_four_linked_tables_are_protected() =>
        NothingIsSolvable(new TurnoverTables("act_size", "act_cj", "nuts_size", "nuts_cj"));

    private static void SolvableAlone(string table, int solvable, int primary)
    {
        var turnover = new TurnoverTables(table);

        var solved = SolvableCells.Find(turnover.System, turnover.IsPrimary);

        Assert.Equal(primary, turnover.IsPrimary.Count(hidden => hidden));
        Assert.Equal(solvable, solved.Count(cell => cell));
    }

    private static void NothingIsSolvable(TurnoverTables turnover)
    {
        var pattern = SecondarySuppression.Protect(Some.Problem(turnover.System, turnover.Roles, [.. turnover.Values]));

        Assert.Empty(pattern.Unprotected);
        Assert.DoesNotContain(true, SolvableCells.Find(turnover.System, pattern.IsSuppressed));
    }
}
