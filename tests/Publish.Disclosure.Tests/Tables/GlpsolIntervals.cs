using System.Globalization;
using System.Text;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: GLPK's solver, asked for the least and the greatest count of suppressed cells over all tables that agree
/// with what is published. All questions of a case are blocks of one programme, so that one process answers them.
/// </summary>
internal sealed class GlpsolIntervals(TableCase @case, ProtectedEdition edition)
{
    private const int MostQuestions = 40;
    private const double Tolerance = 1e-6;
    private readonly int[][] _combinations = @case.Combinations();
    private readonly Dictionary<(int Table, int Cell), int[]> _cells = @case.Functionals(edition, @case.Combinations());

    /// <summary>The suppressed cells whose interval is narrower than protection says.</summary>
    public List<string> Narrow()
    {
        var questions = Questions().Take(MostQuestions).ToArray();
        if (questions.Length == 0)
        {
            return [];
        }

        var values = GlpsolProcess.Solve(Text(questions));
        return [.. questions.Where((question, block) => Math.Abs(Sum(question, values, block) - Value(question)) < question.Amount - Tolerance)
            .Select(question => $"{question.Table}/{question.Cell} {(question.IsUp ? "+" : "-")}{question.Amount}")];
    }

    private IEnumerable<(int Table, int Cell, bool IsUp, double Amount)> Questions()
    {
        for (var t = 0; t < edition.Tables.Count; t++)
        {
            foreach (var demand in edition.Tables[t].Demands.Where(demand => demand.Sum is null))
            {
                for (var cell = 0; cell < edition.Tables[t].CellCount; cell++)
                {
                    if (demand.Upper[cell] > 0)
                    {
                        yield return (t, cell, true, (double)demand.Upper[cell]);
                    }

                    if (demand.Lower[cell] > 0)
                    {
                        yield return (t, cell, false, (double)demand.Lower[cell]);
                    }
                }
            }
        }
    }

    private double Value((int Table, int Cell, bool IsUp, double Amount) question) =>
        edition.Tables[question.Table].Respondents[question.Cell];

    private double Sum((int Table, int Cell, bool IsUp, double Amount) question, double[] values, int block) =>
        _cells[(question.Table, question.Cell)].Select((isIn, j) => isIn * values[block * _combinations.Length + j]).Sum();

    private string Text((int Table, int Cell, bool IsUp, double Amount)[] questions)
    {
        var (objective, rows, bounds) = (new StringBuilder("Maximize\n"), new StringBuilder("Subject To\n"), new StringBuilder("Bounds\n"));
        for (var block = 0; block < questions.Length; block++)
        {
            var asked = _cells[(questions[block].Table, questions[block].Cell)];
            for (var j = 0; j < _combinations.Length; j++)
            {
                objective.Append(CultureInfo.InvariantCulture, $" + {asked[j] * (questions[block].IsUp ? 1 : -1)} x{block}_{j}\n");
                bounds.Append(CultureInfo.InvariantCulture, $" 0 <= x{block}_{j} <= 100000\n");
            }

            foreach (var ((table, cell), isIn) in _cells)
            {
                var sum = string.Join(" + ", Enumerable.Range(0, isIn.Length).Where(j => isIn[j] == 1).Select(j => $"x{block}_{j}"));
                var isPublished = edition.Tables[table].Status[cell] == CellStatus.Published;
                rows.Append(CultureInfo.InvariantCulture, $" {sum} {(isPublished ? $"= {edition.Tables[table].Respondents[cell]}" : ">= 1")}\n");
            }
        }

        return $"{objective.Replace("+ -1", "- 1")}{rows}{bounds}End\n";
    }
}
