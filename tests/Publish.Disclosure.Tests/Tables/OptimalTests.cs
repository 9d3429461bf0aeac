using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Optimal;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>The cheapest patterns of the turnover tables, against optima that others have proven.</summary>
public class OptimalTests
{
    [ReferenceFact("rtauargus-turnover")]
    public void Activity_by_size_hides_what_the_proven_optimum_hides() => Costs(32_310_038.5952, Relative("act_size", t => t.Values));

    /// <summary>Its optimum is not in the reference: the search found it and proved it.</summary>
    [ReferenceFact("rtauargus-turnover")]
    public void Region_by_size_hides_a_proven_optimum() => Costs(31_351_445.9601, Relative("nuts_size", t => t.Values));

    [ReferenceFact("rtauargus-turnover")]
    public void Activity_by_size_needs_58_secondary_cells() => Costs(58, Relative("act_size", t => t.Values.Select(_ => 1.0)));

    [ReferenceFact("rtauargus-turnover")]
    public void Against_exact_solving_alone_activity_by_size_hides_what_the_proven_optimum_hides()
    {
        var problem = Relative("act_size", t => t.Values);

        Costs(24_173_402.1392, Some.Problem(problem.System, problem.Roles, problem.Costs));
    }

    [ReferenceFact("rtauargus-turnover")]
    public void By_frequency_activity_by_size_hides_18068_respondents()
    {
        var table = new TurnoverTables("act_size");
        Int128[] counts = [.. table.Respondents];
        Int128[] ones = [.. table.IsPrimary.Select(primary => (Int128)(primary ? 1 : 0))];

        Costs(18_068, Some.Problem(
            table.System,
            table.Roles,
            [.. table.Respondents.Select(count => (double)count)],
            new IntervalDemand { ClassValues = counts, Lower = ones, Upper = ones }));
    }

    [ReferenceFact("rtauargus-turnover")]
    public void With_the_two_zero_cells_in_doubt_as_well_activity_by_size_hides_a_proven_optimum()
    {
        var table = new TurnoverTables("act_size");
        var values = Units(table);
        var tenths = Tenths(table, values);
        var upper = tenths.Zip(table.IsPrimary, (tenth, primary) => primary && tenth == 0 ? 1000 * Unit : tenth).ToArray();

        Costs(49_223_640.1391, Some.Problem(
            table.System, table.Roles, [.. table.Values], new IntervalDemand { ClassValues = values, Lower = tenths, Upper = upper }));
    }

    [Fact]
    public void Patterns_of_tiny_tables_cost_what_the_cheapest_of_all_patterns_costs()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var table = new TinyTable(seed);
            var problem = table.Problem();

            var pattern = SecondarySuppression.Protect(problem);

            Assert.Equal(table.Unprotectable, pattern.Unprotected.Count > 0);
            if (!table.Unprotectable)
            {
                Assert.True(table.IsSafe(pattern.IsSuppressed), $"table {seed}");
                Assert.Equal(table.LeastCost(), table.Cost(pattern.IsSuppressed));
                Assert.InRange(pattern.LowestCost ?? -1, table.LeastCost() - 1e-3, table.LeastCost() + 1e-9);
            }
        }
    }

    [Fact]
    public void One_thread_and_two_find_the_same_pattern()
    {
        var problem = new TinyTable(rows: 9, columns: 8, seed: 5).Problem();

        var answers = new[] { 1, 2 }
            .Select(threads => OptimalSuppression.Improve(problem, SecondarySuppression.Protect(problem), null, threads)!)
            .ToArray();

        Assert.Equal(answers[0].IsSuppressed, answers[1].IsSuppressed);
        Assert.Equal(answers[0].Shields, answers[1].Shields);
        Assert.Equal(answers[0].LowestCost, answers[1].LowestCost);
    }

    private const int Unit = 10_000;

    private static void Costs(double optimum, SuppressionProblem problem)
    {
        var pattern = SecondarySuppression.Protect(problem);

        var cost = problem.Costs.Where((_, cell) => pattern.IsSuppressed[cell] && problem.Roles[cell] == CellRole.Candidate).Sum();
        Assert.Empty(pattern.Unprotected);
        Assert.Equal(optimum, cost, 1e-3);
        Assert.NotNull(pattern.LowestCost);
        Assert.InRange(pattern.LowestCost.Value, optimum * (1 - 1e-6), optimum + 1e-3);
    }

    private static SuppressionProblem Relative(string name, Func<TurnoverTables, IEnumerable<double>> costs)
    {
        var table = new TurnoverTables(name);
        var values = Units(table);
        var tenths = Tenths(table, values);
        return Some.Problem(
            table.System, Roles(table), [.. costs(table)], new IntervalDemand { ClassValues = values, Lower = tenths, Upper = tenths });
    }

    private static Int128[] Units(TurnoverTables table) => [.. table.Values.Select(value => (Int128)Math.Round(value * Unit))];

    private static Int128[] Tenths(TurnoverTables table, Int128[] values) =>
        [.. values.Zip(table.IsPrimary, (value, primary) => primary ? value / 10 : 0)];

    /// <summary>A tenth of nothing is nothing: the reference's optimum asks nothing of primary cells that are zero.</summary>
    private static CellRole[] Roles(TurnoverTables table) =>
        [.. table.Roles.Zip(table.Values, (role, value) => role == CellRole.Primary && value == 0 ? CellRole.Hidden : role)];
}
