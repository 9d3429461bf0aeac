using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Intervals;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>A cell whose interval is not proven within the work allowed is protected anew, never left as it is.</summary>
public class UnprovenCellTests
{
    [Fact]
    public void With_no_work_allowed_every_cell_is_protected_by_what_is_hidden_for_it()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var table = new TinyTable(seed);
            var problem = table.Problem();
            var start = SecondarySuppression.Protect(Some.Problem(problem.System, problem.Roles, problem.Costs));

            var pattern = IntervalCompletion.Run(problem, start, cover: null, threads: 1, mostWork: 0);

            Assert.Equal(table.Unprotectable, pattern.Unprotected.Count > 0);
            Assert.True(table.Unprotectable || table.IsSafe(pattern.IsSuppressed), $"table {seed}");
            Assert.All(Enumerable.Range(0, problem.System.CellCount).Where(cell => start.IsSuppressed[cell]), cell => Assert.True(pattern.IsSuppressed[cell]));
            Assert.All(Asked(problem), cell => Assert.Equal(
                pattern.Unprotected.Contains(cell) ? IntervalProof.None : IntervalProof.LinearProgram, pattern.Proofs[cell]));
        }
    }

    [Fact]
    public void With_no_work_allowed_nothing_is_proven()
    {
        var problem = new TinyTable(rows: 6, columns: 6, seed: 5).Problem();
        bool[] all = [.. problem.Roles.Select(_ => true)];

        Assert.All(new IntervalProver(problem, threads: 1, mostWork: 0).Prove(all, [.. Asked(problem)]), proof => Assert.Equal(IntervalProof.None, proof.Value.Proof));
        Assert.All(new IntervalProver(problem, threads: 1).Prove(all, [.. Asked(problem)]), proof => Assert.Equal(IntervalProof.FeasiblePair, proof.Value.Proof));
    }

    private static IEnumerable<int> Asked(SuppressionProblem problem) =>
        Enumerable.Range(0, problem.System.CellCount).Where(cell => problem.Demands[0].Upper[cell] > 0);
}
