using System.Globalization;
using System.Text;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: GLPK's solver, asked how far each primary cell of a system of equations can be from its value, everything
/// published staying as it is.
/// </summary>
/// <param name="turnover">The cells and equations.</param>
/// <param name="isSuppressed">The pattern.</param>
internal sealed class GlpsolReach(TurnoverTables turnover, bool[] isSuppressed)
{
    /// <summary>Questions of one process; more of them make it slow.</summary>
    private const int Together = 4;
    private const double Tolerance = 1e-6;

    /// <summary>The cells that cannot be as far from their value as a demand says, of every n-th question.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="every">n; 1 for all.</param>
    public List<int> Narrow(IntervalDemand demand, int every)
    {
        var questions = Enumerable.Range(0, isSuppressed.Length)
            .SelectMany(cell => new[] { (Cell: cell, Amount: (double)demand.Upper[cell]), (Cell: cell, Amount: -(double)demand.Lower[cell]) })
            .Where(question => question.Amount != 0)
            .Where((_, index) => index % every == 0)
            .Select(question => (question.Cell, question.Amount, Values: demand.ClassValues));
        return [.. questions.Chunk(Together).SelectMany(Narrow)];
    }

    private List<int> Narrow((int Cell, double Amount, Int128[] Values)[] questions)
    {
        var (objective, rows, bounds) = (new StringBuilder("Maximize\n"), new StringBuilder("Subject To\n"), new StringBuilder("Bounds\n"));
        for (var block = 0; block < questions.Length; block++)
        {
            // In units of the amount: what is asked is then to reach 1.
            var (asked, amount, values) = questions[block];
            objective.Append(CultureInfo.InvariantCulture, $" {(amount > 0 ? "+" : "-")} x{block}_{asked}\n");
            bounds.Append(CultureInfo.InvariantCulture, $" {(amount > 0 ? "" : "-1 <= ")}x{block}_{asked}{(amount > 0 ? " <= 1" : "")}\n");
            foreach (var equation in turnover.Equations.Select(Hidden).Where(equation => equation.Length > 0))
            {
                rows.Append(CultureInfo.InvariantCulture, $" {string.Join(' ', equation.Select(term => $"{term.Sign} x{block}_{term.Cell}"))} = 0\n");
            }

            for (var cell = 0; cell < isSuppressed.Length; cell++)
            {
                if (isSuppressed[cell] && !(cell == asked && amount < 0))
                {
                    bounds.Append(CultureInfo.InvariantCulture, $" x{block}_{cell} >= {-(double)values[cell] / Math.Abs(amount):R}\n");
                }
            }
        }

        var text = $"{objective}{rows}{bounds}End\n";
        var names = Names(text);
        var solved = GlpsolProcess.Solve(text);
        return [.. questions
            .Where((question, block) => Math.Abs(solved[names[$"x{block}_{question.Cell}"]]) < 1 - Tolerance)
            .Select(question => question.Cell)];
    }

    private (string Sign, int Cell)[] Hidden(int[] equation) =>
        [.. equation.Select((cell, i) => (i == 0 ? "-" : "+", cell)).Where(term => isSuppressed[term.cell])];

    private static Dictionary<string, int> Names(string text)
    {
        var names = new Dictionary<string, int>();
        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith('x')))
        {
            names.TryAdd(word, names.Count);
        }

        return names;
    }
}
