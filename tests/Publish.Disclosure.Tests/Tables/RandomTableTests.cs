using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Publish.Disclosure.Tables;
using Xunit.Abstractions;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// Hierarchical and linked tables of two to five dimensions, to a few thousand cells: no suppressed cell follows from the
/// published ones, in fractions, and none is less in doubt than its rule asks, by a solver that is not ours.
/// </summary>
public class RandomTableTests(ITestOutputHelper output)
{
    /// <summary>Uploads of the nightly run; a seeded few at other times, of every number of dimensions, linked or not.</summary>
    private static readonly IEnumerable<int> Seeds = Nightly.IsOn ? Enumerable.Range(0, 60) : [0, 2, 4, 5, 7];
    private static readonly ConcurrentDictionary<int, Lazy<(TableCase, ProtectedEdition)>> Editions = [];

    [Fact]
    public void No_suppressed_cell_is_determined() => Assert.All(Seeds, seed =>
    {
        var (@case, edition, open) = Protected(seed);
        var solver = new RationalSolver(open.Published.Select(cell => cell.Select(j => (j, 1))));

        Assert.True(edition.IsCertified);
        Assert.DoesNotContain(open.Cells, cell => IsSuppressed(edition, cell) && solver.Spans(open.Of(cell).Select(j => (j, 1))));
        Report(seed, @case, edition, open);
    });

    [GlpsolFact]
    public void No_suppressed_cell_is_less_in_doubt_than_its_rule_asks() => Assert.All(Seeds, seed =>
    {
        var (_, edition, open) = Protected(seed);
        var questions = Questions(edition).ToArray();
        var every = 1 + questions.Length / (Nightly.IsOn ? 60 : 12);

        Assert.DoesNotContain(questions.Where((_, index) => index % every == seed % every), question => IsNarrow(question, edition, open));
    });

    [GlpsolFact]
    public void A_cell_too_few_is_noticed()
    {
        var (@case, edition) = Protect(7);
        var table = edition.Tables[0];
        foreach (var cell in Enumerable.Range(0, table.CellCount).Where(cell => table.Status[cell] == CellStatus.Secondary))
        {
            table.Status[cell] = CellStatus.Published;
        }

        var open = new OpenClasses(@case, edition);
        var solver = new RationalSolver(open.Published.Select(cell => cell.Select(j => (j, 1))));

        Assert.Contains(open.Cells, cell => IsSuppressed(edition, cell) && solver.Spans(open.Of(cell).Select(j => (j, 1))));
        Assert.Contains(Questions(edition).Take(20), question => IsNarrow(question, edition, open));
    }

    private static (TableCase, ProtectedEdition, OpenClasses) Protected(int seed)
    {
        var (@case, edition) = Editions.GetOrAdd(seed, _ => new(() => Protect(seed))).Value;
        return (@case, edition, new OpenClasses(@case, edition));
    }

    /// <summary>In all the ways in which tables are protected, by turns.</summary>
    private static (TableCase, ProtectedEdition) Protect(int seed)
    {
        var @case = RandomTables.Make(seed);
        return (@case, (seed % 5) switch { 0 or 1 => @case.ProtectCheapest(), 4 => @case.ProtectByMoves(), _ => @case.Protect() });
    }

    private void Report(int seed, TableCase @case, ProtectedEdition edition, OpenClasses open) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{seed}: {@case.Hierarchies.Length} dimensions, {edition.Tables.Count} tables, {open.Cells.Count()} cells, "
            + $"{edition.Tables.Sum(table => table.Summary.Primary)} primary, {edition.Tables.Sum(table => table.Summary.Secondary)} secondary, "
            + $"of value 0 {open.Cells.Count(cell => edition.Tables[cell.Table].Status[cell.Cell] == CellStatus.Primary && edition.Tables[cell.Table].Sums[0][cell.Cell] == 0)}"));

    private static bool IsSuppressed(ProtectedEdition edition, (int Table, int Cell) cell) =>
        edition.Tables[cell.Table].Status[cell.Cell] != CellStatus.Published;

    private static IEnumerable<((int Table, int Cell) Cell, int? Sum, double Amount)> Questions(ProtectedEdition edition)
    {
        for (var t = 0; t < edition.Tables.Count; t++)
        {
            foreach (var demand in edition.Tables[t].Demands)
            {
                for (var cell = 0; cell < edition.Tables[t].CellCount; cell++)
                {
                    if (demand.Upper[cell] > 0)
                    {
                        yield return ((t, cell), demand.Sum, (double)demand.Upper[cell]);
                    }

                    if (demand.Lower[cell] > 0)
                    {
                        yield return ((t, cell), demand.Sum, -(double)demand.Lower[cell]);
                    }
                }
            }
        }
    }

    /// <summary>Whether no tables that agree with what is published differ by the amount; in units of it.</summary>
    private static bool IsNarrow(((int Table, int Cell) Cell, int? Sum, double Amount) question, ProtectedEdition edition, OpenClasses open)
    {
        var size = Math.Abs(question.Amount);
        var asked = open.Of(question.Cell);
        if (asked.Length == 0)
        {
            return true;
        }

        // The cell's own combinations are named first.
        var text = new StringBuilder($"Maximize\n{Sum(asked, question.Amount > 0 ? "+" : "-")}\nSubject To\n");
        text.Append(CultureInfo.InvariantCulture, $" {Sum(asked, question.Amount > 0 ? "+" : "-")} <= 1\n");
        foreach (var cell in open.Published)
        {
            text.Append(CultureInfo.InvariantCulture, $" {Sum(cell, "+")} = 0\n");
        }

        // Everyone knows that somebody is in a listed cell.
        foreach (var cell in open.Cells.Where(cell => question.Sum is null && IsSuppressed(edition, cell) && open.Of(cell).Length > 0))
        {
            var room = edition.Tables[cell.Table].Respondents[cell.Cell] - 1;
            text.Append(CultureInfo.InvariantCulture, $" {Sum(open.Of(cell), "+")} >= {-room / size:R}\n");
        }

        text.Append("Bounds\n");
        foreach (var j in open.Cells.SelectMany(open.Of).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $" x{j} >= {-(question.Sum is null ? open.Values[j].Respondents : open.Values[j].Sum) / size:R}\n");
        }

        return Math.Abs(GlpsolProcess.Solve(text.Append("End\n").ToString()).Take(asked.Length).Sum()) < 1 - 1e-6;
    }

    private static string Sum(int[] classes, string sign) => string.Join(' ', classes.Select(j => $"{sign} x{j}"));
}
