using System.Globalization;
using System.Text;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: the whole problem of the cheapest pattern as one mixed-integer programme for GLPK's solver, a change of the
/// cells for each attacker and a 0/1 variable for each cell, which lets it change.
/// </summary>
/// <remarks>Fischetti and Salazar, <em>Management Science</em> 47 (2001), section 2: the model before it is decomposed.</remarks>
internal static class GlpsolMaster
{
    /// <summary>What the cheapest safe pattern costs.</summary>
    /// <param name="problem">Cells and equations, and one demand, which asks something.</param>
    /// <param name="most">No cell has to change by more; the change of an attacked cell is at most its amount.</param>
    /// <returns>The cost, or <see langword="null"/> where no pattern is safe.</returns>
    public static double? LeastCost(SuppressionProblem problem, double most)
    {
        var (demand, cells) = (problem.Demands[0], Enumerable.Range(0, problem.System.CellCount).ToArray());
        var open = cells.Where(cell => problem.Roles[cell] == CellRole.Candidate).ToArray();
        var (rows, bounds) = (new StringBuilder("Subject To\n"), new StringBuilder("Bounds\n"));
        foreach (var (attacker, (cell, amount)) in Attackers(demand, cells).Index())
        {
            foreach (var row in Enumerable.Range(0, problem.System.Rows.RowCount))
            {
                var entries = Enumerable.Range(problem.System.Rows.Starts[row], problem.System.Rows.Starts[row + 1] - problem.System.Rows.Starts[row]);
                var sum = string.Join(' ', entries.Select(entry => $"{(problem.System.Rows.Coefficient(entry) > 0 ? "+" : "-")} z{attacker}_{problem.System.Rows.Cells[entry]}"));
                rows.Append(CultureInfo.InvariantCulture, $" {sum} = 0\n");
            }

            foreach (var other in cells)
            {
                var lower = Math.Min(most, (double)demand.ClassValues[other]);
                if (other == cell)
                {
                    bounds.Append(CultureInfo.InvariantCulture, $" z{attacker}_{other} = {amount}\n");
                }
                else
                {
                    bounds.Append(CultureInfo.InvariantCulture, $" {0 - lower} <= z{attacker}_{other} <= {most}\n");
                    if (problem.Roles[other] == CellRole.Candidate)
                    {
                        rows.Append(CultureInfo.InvariantCulture, $" z{attacker}_{other} - {most} x{other} <= 0\n");
                        rows.Append(lower == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" z{attacker}_{other} + {lower} x{other} >= 0\n"));
                    }
                }
            }
        }

        var objective = string.Join('\n', open.Select(cell => string.Create(CultureInfo.InvariantCulture, $" + {problem.Costs[cell]:R} x{cell}")));
        var text = $"Minimize\n{objective}\n{rows}{bounds}Binary\n{string.Join('\n', open.Select(cell => $" x{cell}"))}\nEnd\n";
        return GlpsolProcess.SolveWhole(text);
    }

    private static IEnumerable<(int Cell, Int128 Amount)> Attackers(IntervalDemand demand, int[] cells) => cells
        .SelectMany(cell => new[] { (cell, demand.Upper[cell]), (cell, -demand.Lower[cell]) })
        .Where(attacker => attacker.Item2 != 0);
}
