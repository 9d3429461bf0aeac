using System.Globalization;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>Two suppressed cells in every line are not enough.</summary>
public class FourByFourTests
{
    private const int Lines = 4;

    [ReferenceFact("sdctable-4x4-audit")]
    public void The_cell_that_a_pattern_of_pairs_gives_away_is_found()
    {
        var rows = ReferenceRows.Read("sdctable-4x4-audit", "table_inner.csv");

        var solved = SolvableCells.Find(System, Roles(rows, hidden: true, open: false));

        Assert.Equal(["w,b"], rows.Where((_, cell) => solved[cell]).Select(row => $"{row[0]},{row[1]}"));
    }

    [ReferenceFact("sdctable-4x4-audit")]
    public void One_more_suppression_cures_it()
    {
        var rows = ReferenceRows.Read("sdctable-4x4-audit", "table_inner.csv");
        var roles = Roles(rows, CellRole.Primary, CellRole.Candidate).Select((role, cell) => cell < rows.Length ? role : CellRole.Known);
        double[] costs = [.. rows.Select(row => double.Parse(row[2], CultureInfo.InvariantCulture)), .. new double[2 * Lines + 1]];

        var pattern = SecondarySuppression.Protect(Some.Problem(System, [.. roles], costs));

        Assert.Empty(pattern.Unprotected);
        var added = Assert.Single(rows.Where((row, cell) => pattern.IsSuppressed[cell] && row[3] != "TRUE"));
        Assert.Equal("x,d", $"{added[0]},{added[1]}");
        Assert.DoesNotContain(true, SolvableCells.Find(System, pattern.IsSuppressed));
    }

    /// <summary>The cells row by row, then the totals of the rows, of the columns, and of all.</summary>
    private static CellSystem System
    {
        get
        {
            var starts = new int[Lines * Lines + 1];
            var cells = new List<int>();
            for (var cell = 0; cell < Lines * Lines; cell++)
            {
                cells.AddRange([cell, Lines * Lines + cell / Lines, Lines * Lines + Lines + cell % Lines, Lines * Lines + 2 * Lines]);
                starts[cell + 1] = cells.Count;
            }

            return CellSystem.FromContributions(Lines * Lines + 2 * Lines + 1, new SparseRows(starts, [.. cells]));
        }
    }

    private static T[] Roles<T>(string[][] rows, T hidden, T open) =>
        [.. rows.Select(row => row[3] == "TRUE" ? hidden : open), .. Enumerable.Repeat(open, 2 * Lines + 1)];
}
