using System.Globalization;
using Publish.Disclosure.Tables;
using Xunit.Abstractions;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>The four turnover tables, which have margins in common, protected as one system to a tenth of each primary cell.</summary>
public class LinkedTurnoverTests(ITestOutputHelper output)
{
    private static readonly string[] Names = ["act_size", "act_cj", "nuts_size", "nuts_cj"];
    private static readonly Lazy<(TurnoverTables Tables, SuppressionPattern Pattern)> Protected = new(Protect);

    [ReferenceFact("rtauargus-turnover")]
    public void No_combination_of_the_published_cells_of_four_linked_tables_is_a_hidden_cell()
    {
        var (turnover, pattern) = Protected.Value;

        Assert.Empty(pattern.Unprotected);
        Assert.All(turnover.IsPrimary.Index().Where(cell => cell.Item), cell => Assert.True(pattern.IsSuppressed[cell.Index]));
        Assert.Empty(Solved(turnover, pattern.IsSuppressed));
    }

    [ReferenceFact("rtauargus-turnover")]
    public void The_oracle_solves_what_primaries_alone_leave_solvable()
    {
        var turnover = new TurnoverTables("act_size");

        Assert.Equal(63, Solved(turnover, [.. turnover.IsPrimary]).Count());
    }

    [GlpsolFact("rtauargus-turnover")]
    public void Each_primary_cell_of_four_linked_tables_can_be_a_tenth_more_or_less()
    {
        var (turnover, pattern) = Protected.Value;

        Assert.Empty(new GlpsolReach(turnover, pattern.IsSuppressed).Narrow(turnover.Demand, Nightly.IsOn ? 1 : 5));
    }

    [GlpsolFact("rtauargus-turnover")]
    public void Primaries_alone_are_noticed_to_be_narrow()
    {
        var turnover = new TurnoverTables("nuts_cj");

        Assert.NotEmpty(new GlpsolReach(turnover, [.. turnover.IsPrimary]).Narrow(turnover.Demand, 10));
    }

    [ReferenceFact("rtauargus-turnover")]
    public void No_more_is_hidden_than_the_benchmarks_page_says()
    {
        var (turnover, pattern) = Protected.Value;
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "benchmarks.md"));
        foreach (var (name, cells) in (IEnumerable<(string, IReadOnlySet<int>)>)[.. Names.Zip(turnover.CellsOf), ("all four", turnover.CellsOf.SelectMany(cells => cells).ToHashSet())])
        {
            var hidden = cells.Where(cell => pattern.IsSuppressed[cell] && !turnover.IsPrimary[cell]).ToArray();
            var value = hidden.Sum(cell => turnover.Values[cell]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {hidden.Length} secondary cells, {value:N0} hidden"));
            var row = Assert.Single(page, line => line.StartsWith($"| {name} | ", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);

            Assert.InRange(hidden.Length, 1, int.Parse(row[4], CultureInfo.InvariantCulture));
            Assert.InRange(value, 1, 1 + double.Parse(row[6], CultureInfo.InvariantCulture));
        }
    }

    private static (TurnoverTables, SuppressionPattern) Protect()
    {
        var turnover = new TurnoverTables(Names);
        return (turnover, SecondarySuppression.Protect(
            Some.Problem(turnover.System, turnover.Roles, [.. turnover.Values], turnover.Demand)));
    }

    /// <summary>The suppressed cells that some combination of the equations gives.</summary>
    private static IEnumerable<int> Solved(TurnoverTables turnover, bool[] isSuppressed)
    {
        var solver = new RationalSolver(turnover.Equations.Select(equation =>
            equation.Select((cell, i) => (cell, i == 0 ? -1 : 1)).Where(term => isSuppressed[term.cell])));
        return Enumerable.Range(0, isSuppressed.Length).Where(cell => isSuppressed[cell] && solver.Spans([(cell, 1)]));
    }
}
