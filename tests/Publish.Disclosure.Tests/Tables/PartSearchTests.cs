using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Optimal;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>Parts of a system that share nothing, and neighbourhoods of a part, against tables small enough to try all patterns.</summary>
public class PartSearchTests
{
    [Fact]
    public void Two_tables_that_share_nothing_cost_what_each_costs_alone()
    {
        for (var seed = 0; seed < 60; seed += 2)
        {
            var (first, second) = (new TinyTable(seed), new TinyTable(seed + 1));
            if (first.Unprotectable || second.Unprotectable)
            {
                continue;
            }

            var problem = Beside(first.Problem(), second.Problem());
            var pattern = SecondarySuppression.Protect(problem);
            var cut = first.Problem().System.CellCount;

            Assert.True(first.IsSafe(pattern.IsSuppressed[..cut]) && second.IsSafe(pattern.IsSuppressed[cut..]), $"tables {seed}");
            Assert.Equal(first.LeastCost() + second.LeastCost(), first.Cost(pattern.IsSuppressed[..cut]) + second.Cost(pattern.IsSuppressed[cut..]));
            Assert.InRange(pattern.LowestCost ?? -1, first.LeastCost() + second.LeastCost() - 2e-3, first.LeastCost() + second.LeastCost() + 1e-9);
        }
    }

    [Fact]
    public void A_cell_shields_one_of_its_own_table()
    {
        var (first, second) = (new TinyTable(rows: 4, columns: 4, seed: 3).Problem(), new TinyTable(rows: 4, columns: 5, seed: 11).Problem());

        var pattern = OptimalSuppression.Improve(Beside(first, second), SecondarySuppression.Protect(Beside(first, second)), null, 1)!;

        var shields = pattern.Shields.Index().Where(shield => shield.Item >= 0).ToArray();
        Assert.Contains(shields, shield => shield.Index < first.System.CellCount);
        Assert.Contains(shields, shield => shield.Index >= first.System.CellCount);
        Assert.All(shields, shield => Assert.Equal(shield.Index < first.System.CellCount, shield.Item < first.System.CellCount));
    }

    [Fact]
    public void A_wide_search_leaves_a_safe_pattern_from_which_no_cell_can_be_left_out()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var table = new TinyTable(seed);
            var found = Search(table.Problem(), threads: 1);

            Assert.Equal(table.Unprotectable, found is null);
            if (found is not null)
            {
                Assert.True(table.IsSafe(found.IsSuppressed), $"table {seed}");
                Assert.Equal(table.Cost(found.IsSuppressed), found.Cost);
                Assert.All(found.IsSuppressed.Index().Where(cell => cell.Item && found.Shields[cell.Index] >= 0), cell =>
                {
                    bool[] without = [.. found.IsSuppressed];
                    without[cell.Index] = false;
                    Assert.False(table.IsSafe(without));
                });
            }
        }
    }

    [Fact]
    public void A_neighbourhood_of_the_whole_table_finds_the_cheapest_pattern() =>
        Assert.All(Enumerable.Range(0, 60).Select(seed => new TinyTable(seed)).Where(table => !table.Unprotectable), table =>
            Assert.Equal(table.LeastCost(), Search(table.Problem(), threads: 1)!.Cost));

    [Fact]
    public void Neighbourhoods_find_the_same_at_any_number_of_threads()
    {
        var problem = new TinyTable(rows: 12, columns: 14, seed: 5).Problem();

        var (one, two) = (Search(problem, threads: 1)!, Search(problem, threads: 2)!);

        Assert.Equal(one.IsSuppressed, two.IsSuppressed);
        Assert.Equal(one.Shields, two.Shields);
    }

    private static CheapestPattern? Search(SuppressionProblem problem, int threads)
    {
        var choices = PartSearch.Choices(problem);
        return new WideSearch(
            new AttackerSystem(problem), [.. Attacker.Of(problem, _ => false)], choices, problem.Costs, new SearchLimits(1_000_000, 20, threads))
            .Run(Array.ConvertAll(choices, choice => choice is CellChoice.Suppressed or CellChoice.Free ? 1.0 : 0));
    }

    private static SuppressionProblem Beside(SuppressionProblem first, SuppressionProblem second)
    {
        var (upper, lower) = (first.System.Rows, second.System.Rows);
        return Some.Problem(
            CellSystem.FromEquations(first.System.CellCount + second.System.CellCount, new SparseRows(
                [.. upper.Starts, .. lower.Starts.Skip(1).Select(start => start + upper.Cells.Length)],
                [.. upper.Cells, .. lower.Cells.Select(cell => cell + first.System.CellCount)],
                [.. Enumerable.Range(0, upper.Cells.Length).Select(upper.Coefficient), .. Enumerable.Range(0, lower.Cells.Length).Select(lower.Coefficient)])),
            [.. first.Roles, .. second.Roles],
            [.. first.Costs, .. second.Costs],
            new IntervalDemand
            {
                ClassValues = [.. first.Demands[0].ClassValues, .. second.Demands[0].ClassValues],
                Lower = [.. first.Demands[0].Lower, .. second.Demands[0].Lower],
                Upper = [.. first.Demands[0].Upper, .. second.Demands[0].Upper],
            });
    }
}
