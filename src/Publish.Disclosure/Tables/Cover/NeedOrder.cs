using System.Numerics;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>In which order needs are met.</summary>
internal static class NeedOrder
{
    /// <summary>
    /// Cells of coarse grouping sets first, since their moves change many cells that finer ones can use; then the dear
    /// ones.
    /// </summary>
    public static MoveNeed[] Of(SuppressionProblem problem, ClassGrid grid, IEnumerable<MoveNeed> needs) =>
    [
        .. needs.OrderBy(need => -FinerViews(grid, grid.SetOf(need.Cell)))
            .ThenByDescending(need => problem.Costs[need.Cell])
            .ThenBy(need => need.Cell).ThenBy(need => need.Untouched),
    ];

    private static int FinerViews(ClassGrid grid, int set) =>
        grid.Axes.Sum(axis => BitOperations.PopCount(axis.Finer[axis.ViewOfSet[set]]));
}
