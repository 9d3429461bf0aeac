using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class SolvabilityTests
{
    [Fact]
    public void No_suppressed_cell_of_a_hierarchical_table_is_determined() =>
        Holds(1, ZeroTreatment.Published, 120, IsCertifiedAndNothingIsDetermined);

    [Fact]
    public void No_suppressed_cell_of_linked_tables_is_determined() =>
        Holds(3, ZeroTreatment.Published, 120, IsCertifiedAndNothingIsDetermined);

    [Fact]
    public void No_suppressed_cell_is_determined_where_zeros_are_protected() =>
        Holds(1, ZeroTreatment.Protected, 40, IsCertifiedAndNothingIsDetermined);

    [Fact]
    public void No_suppressed_cell_of_linked_tables_is_determined_where_zeros_are_protected() =>
        Holds(2, ZeroTreatment.Protected, 40, NothingIsDetermined);

    [Fact]
    public void No_suppressed_cell_of_linked_tables_is_determined_where_a_group_has_a_secret() =>
        Holds(2, ZeroTreatment.Published, 40, @case => NothingIsDetermined(@case with
        {
            Requests = [.. @case.Requests.Select(request => request with { GroupKeys = [.. request.Keys.Take(1).Select(key => key.Key)] })],
        }));

    [Fact]
    public void No_suppressed_cell_of_linked_tables_is_determined_where_moves_cover_them() =>
        Holds(3, ZeroTreatment.Published, 120, @case => NothingIsDetermined(@case, @case.ProtectByMoves()));

    [Fact]
    public void Moves_cover_every_primary_cell_of_a_hierarchical_table() =>
        Holds(1, ZeroTreatment.Published, 120, @case => @case.ProtectByMoves().IsCertified);

    [Fact]
    public void Every_cell_below_the_threshold_is_primary_and_every_primary_is_below_it() =>
        Holds(2, ZeroTreatment.Published, 120, PrimariesFollowTheRule);

    [Fact]
    public void The_same_cell_has_the_same_fate_in_every_table() =>
        Holds(3, ZeroTreatment.Published, 60, SharedCellsAgree);

    [Fact]
    public void The_same_input_gives_the_same_answer_twice() =>
        Holds(2, ZeroTreatment.Published, 30, @case =>
            @case.Protect().Tables.Zip(@case.Protect().Tables)
                .All(pair => pair.First.Status.SequenceEqual(pair.Second.Status)
                    && pair.First.Shields.SequenceEqual(pair.Second.Shields)));

    private static void Holds(int tables, ZeroTreatment zeros, int runs, Func<TableCase, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(runs).WithReplay(20240917, 7),
            Prop.ForAll(TableCases.Any(tables, zeros), property));

    private static bool IsCertifiedAndNothingIsDetermined(TableCase @case) =>
        @case.Protect().IsCertified && NothingIsDetermined(@case);

    /// <summary>
    /// A suppressed cell is determined if it is a combination of published ones, seen as sums over everything that may
    /// hold someone: the combinations that occur and, where zeros are secret, every combination.
    /// </summary>
    private static bool NothingIsDetermined(TableCase @case) => NothingIsDetermined(@case, @case.Protect());

    private static bool NothingIsDetermined(TableCase @case, ProtectedEdition edition)
    {
        var combinations = @case.Requests.All(request => request.Zeros == ZeroTreatment.Published && request.GroupKeys.Count == 0) ? @case.Combinations() : Possible(@case, edition);
        var functionals = @case.Functionals(edition, combinations);
        var published = functionals.Where(f => StatusOf(edition, f.Key) == CellStatus.Published).Select(f => f.Value);
        var solver = new RationalSolver(published);
        return functionals
            .Where(f => StatusOf(edition, f.Key) != CellStatus.Published)
            .All(f => !solver.Spans(f.Value)) || !edition.IsCertified;
    }

    /// <summary>The combinations of which every table shows each cell.</summary>
    private static int[][] Possible(TableCase @case, ProtectedEdition edition)
    {
        IEnumerable<int[]> all = [[]];
        foreach (var hierarchy in @case.Hierarchies)
        {
            all = all.SelectMany(codes => Enumerable.Range(0, hierarchy.Levels[0].CategoryCount).Select(code => codes.Append(code).ToArray()));
        }

        return [.. all.Where(codes => edition.Tables.All(table => Finest(table).Any(cell => @case.IsIn(codes, table, cell))))];
    }

    private static IEnumerable<int> Finest(ProtectedTable table) =>
        Enumerable.Range(0, table.CellCount)
            .Where(cell => table.Request.Keys.Select((key, d) => table.Levels[d][cell] == key.Levels[0]).All(isFinest => isFinest));

    private static bool PrimariesFollowTheRule(TableCase @case)
    {
        var edition = @case.Protect();
        var strictest = new Dictionary<int, int>();
        foreach (var table in edition.Tables)
        {
            foreach (var cell in table.SystemCell)
            {
                strictest[cell] = Math.Max(strictest.GetValueOrDefault(cell), table.Request.Threshold);
            }
        }

        return edition.Tables.All(table => Enumerable.Range(0, table.CellCount).All(cell =>
            (table.Status[cell] == CellStatus.Primary) == (table.Respondents[cell] < strictest[table.SystemCell[cell]])));
    }

    private static bool SharedCellsAgree(TableCase @case) =>
        @case.Protect().Tables
            .SelectMany(table => table.SystemCell.Select((cell, i) => (cell, table.Status[i], table.Respondents[i], table.Rows[i])))
            .GroupBy(entry => entry.cell)
            .All(group => group.Distinct().Count() == 1);

    private static CellStatus StatusOf(ProtectedEdition edition, (int Table, int Cell) at) =>
        edition.Tables[at.Table].Status[at.Cell];
}
