using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class RollUpTests
{
    [Fact]
    public void Cells_hold_the_distinct_respondents_rows_and_sums_of_their_rows() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(3, 11),
            Prop.ForAll(TableCases.Any(2, ZeroTreatment.Published), CellsAgreeWithRows));

    private static bool CellsAgreeWithRows(TableCase @case) =>
        @case.Protect().Tables.All(table =>
        {
            var counted = 0L;
            for (var cell = 0; cell < table.CellCount; cell++)
            {
                var rows = Enumerable.Range(0, @case.RowCodes.Length).Where(row => @case.IsIn(@case.RowCodes[row], table, cell)).ToArray();
                counted += rows.Length;
                if (rows.Length == 0
                    || table.Rows[cell] != rows.Length
                    || table.Respondents[cell] != rows.Select(row => @case.RowRespondents[row]).Distinct().Count()
                    || table.Sums.Any(sum => sum[cell] != rows.Sum(row => @case.RowValues[row])))
                {
                    return false;
                }
            }

            // Every row is in exactly one cell of every grouping set.
            var sets = table.Request.Keys.Aggregate(1L, (product, key) => product * key.Levels.Count);
            return counted == sets * @case.RowCodes.Length;
        });
}
