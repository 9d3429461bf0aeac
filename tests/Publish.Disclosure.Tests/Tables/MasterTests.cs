using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Optimal;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>The search against the whole mixed-integer programme, solved by a solver that is not ours.</summary>
public class MasterTests
{
    /// <summary>Far above the amounts, which are 1: what some changes need.</summary>
    private const double MostChange = 20;

    public static TheoryData<int[]> Shapes => [[3, 4], [4, 4], [2, 2, 3]];

    [GlpsolTheory]
    [MemberData(nameof(Shapes))]
    public void The_search_finds_what_the_whole_programme_finds(int[] sizes)
    {
        foreach (var problem in Problems(sizes, Nightly.IsOn ? 60 : 6))
        {
            var least = GlpsolMaster.LeastCost(problem, MostChange);

            var pattern = SecondarySuppression.Protect(problem);

            Assert.Equal(least is null, pattern.Unprotected.Count > 0);
            if (least is { } cost)
            {
                Assert.Equal(cost, Cost(problem, pattern.IsSuppressed), 1e-6);
                Assert.Equal(cost, pattern.LowestCost ?? -1, 1e-6);
            }
        }
    }

    [GlpsolTheory]
    [MemberData(nameof(Shapes))]
    public void A_wide_search_is_never_cheaper_and_its_bound_never_dearer(int[] sizes)
    {
        foreach (var problem in Problems(sizes, Nightly.IsOn ? 60 : 4))
        {
            if (GlpsolMaster.LeastCost(problem, MostChange) is not { } cost)
            {
                continue;
            }

            var choices = PartSearch.Choices(problem);
            var found = new WideSearch(
                new AttackerSystem(problem), [.. Attacker.Of(problem, _ => false)], choices, problem.Costs, new SearchLimits(100_000, 20, 1))
                .Run(Array.ConvertAll(choices, choice => choice == CellChoice.Suppressed ? 1.0 : 0))!;

            Assert.Equal(found.Cost, Cost(problem, found.IsSuppressed), 1e-6);
            Assert.InRange(found.Cost, cost - 1e-6, cost * 1.1);
            Assert.InRange(found.LowestCost ?? -1, cost * 0.5, cost + 1e-6);
        }
    }

    private static IEnumerable<SuppressionProblem> Problems(int[] sizes, int count) =>
        Enumerable.Range(0, count).Select(seed => BoxTable.Make(seed, sizes)).Where(problem => problem.Roles.Contains(CellRole.Primary));

    private static double Cost(SuppressionProblem problem, bool[] isSuppressed) => problem.Costs
        .Where((_, cell) => isSuppressed[cell] && problem.Roles[cell] == CellRole.Candidate).Sum();
}
