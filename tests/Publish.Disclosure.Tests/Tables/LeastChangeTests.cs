using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>One line of cells and its total, given by an equation: 100 = 10 + 1 + 6 + 83, and 10 is a secret.</summary>
public class LeastChangeTests
{
    private const int Secret = 1;
    private static readonly Int128[] Values = [100, 10, 1, 6, 83];

    [Fact]
    public void What_elimination_hides_is_enough_where_the_interval_is_wide_enough() =>
        Assert.Equal([false, true, true, false, false], Protect(1).IsSuppressed);

    [Fact]
    public void A_cell_too_narrow_gets_the_cells_whose_change_costs_least()
    {
        // Beside 1 alone the secret could be 11 at most; 6 more make it 17.
        var pattern = Protect(5);

        Assert.Equal([false, true, true, true, false], pattern.IsSuppressed);
        Assert.Equal([-1, -1, Secret, Secret, -1], pattern.Shields);
        Assert.Empty(pattern.Unprotected);
        Assert.All([Secret, 2, 3], cell => Assert.NotEqual(IntervalProof.None, pattern.Proofs[cell]));
    }

    [Fact]
    public void A_known_cell_changes_nothing() =>
        Assert.Equal([false, true, true, false, true], Protect(5, known: 3).IsSuppressed);

    [Fact]
    public void What_everyone_knows_a_cell_to_be_at_least_is_no_room() =>
        Assert.Equal([false, true, true, true, true], Protect(5, least: [0, 0, 0, 3, 0]).IsSuppressed);

    [Fact]
    public void A_cell_that_cannot_be_made_wide_enough_is_reported()
    {
        var pattern = Protect(5, 0, 3, 4);

        Assert.Equal([Secret], pattern.Unprotected);
        Assert.Equal(IntervalProof.None, pattern.Proofs[Secret]);
    }

    private static SuppressionPattern Protect(int amount, params int[] known) => Protect(amount, known, null);

    private static SuppressionPattern Protect(int amount, Int128[] least) => Protect(amount, [], least);

    private static SuppressionPattern Protect(int amount, int[] known, Int128[]? least)
    {
        Int128[] asked = [0, amount, 0, 0, 0];
        var roles = Values.Select((_, cell) => cell == Secret ? CellRole.Primary : known.Contains(cell) ? CellRole.Known : CellRole.Candidate);
        var problem = Some.Problem(
            CellSystem.FromEquations(Values.Length, new SparseRows([0, 5], [0, 1, 2, 3, 4], [1, -1, -1, -1, -1])),
            [.. roles],
            Array.ConvertAll(Values, value => (double)value),
            new IntervalDemand { ClassValues = Values, Lower = asked, Upper = asked, Least = least });

        // The search for the cheapest pattern would leave nothing to widen.
        return SecondarySuppression.Protect(problem, () => null, () => null, new EliminationEffort { SeeksCheapest = false });
    }
}
