using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>No interval is narrower than protection says, by a solver that is not ours.</summary>
public class IntervalTests
{
    [GlpsolFact]
    public void No_interval_of_a_hierarchical_table_is_narrower_than_promised() => Holds(1, @case => @case.ProtectCheapest());

    [GlpsolFact]
    public void No_interval_of_linked_tables_is_narrower_than_promised_where_the_cheapest_pattern_is_sought() =>
        Holds(2, @case => @case.ProtectCheapest());

    [GlpsolFact]
    public void No_interval_of_linked_tables_is_narrower_than_promised() => Holds(3, @case => @case.Protect());

    [GlpsolFact]
    public void No_interval_is_narrower_than_promised_where_moves_cover_the_cells() => Holds(2, @case => @case.ProtectByMoves());

    [GlpsolFact]
    public void A_table_that_hides_too_little_is_noticed()
    {
        // 1 + 1 = 2 is hidden in a line of 1, 1 and 5, and nothing else.
        var @case = new TableCase(
            [.. Enumerable.Range(0, 7).Select(row => new[] { Math.Min(row, 2) })], [.. Enumerable.Range(0, 7)], new int[7], [TableCases.Flat(3)],
            [new TableRequest("t", [new TableKey(0, [0, 1])], 3)]);
        var edition = @case.Protect();
        edition.Tables[0].Status[Array.IndexOf(edition.Tables[0].Status, CellStatus.Secondary)] = CellStatus.Published;

        Assert.NotEmpty(new GlpsolIntervals(@case, edition).Narrow());
    }

    private static void Holds(int tables, Func<TableCase, ProtectedEdition> protect) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(5, 17),
            Prop.ForAll(TableCases.Any(tables, ZeroTreatment.Published), @case =>
            {
                // Where respondents recur, counts do not add up, and this solver knows nothing of that.
                var isAdditive = @case.RowRespondents.Distinct().Count() == @case.RowRespondents.Length;
                return !isAdditive || protect(@case) is not { IsCertified: true } edition || new GlpsolIntervals(@case, edition).Narrow().Count == 0;
            }));
}
