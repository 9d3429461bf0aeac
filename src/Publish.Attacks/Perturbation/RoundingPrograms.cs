namespace Publish.Attacks.Perturbation;

/// <summary>
/// Asks about one cell after the other: first with the classes around it alone, which is quick and often enough either
/// way; then with all classes, where there are not too many.
/// </summary>
/// <param name="cells">The cells.</param>
/// <param name="classes">The classes.</param>
/// <param name="options">How hard to try.</param>
internal sealed class RoundingPrograms(RoundedCells cells, RoundedClasses classes, RoundingOptions options)
{
    private (RoundingSystem System, RoundingProgram Program)? _all;
    private int _asked;

    /// <summary>Decides about one cell.</summary>
    /// <param name="cell">The cell.</param>
    public RoundingAnswer Ask(int cell)
    {
        if (classes.ClassesOf(cell).Count == 0 || _asked++ >= options.ProgrammedCells)
        {
            return RoundingAnswer.Open;
        }

        // Who is in several classes stays where they are: then tables can be found, and none excluded.
        var around = Around(cell);
        var free = classes.Recur ? RoundingAnswer.Open : Ask(new RoundingSystem(cells, classes, around, areOthersTrue: false), cell);
        if (free.Outcome == RoundingOutcome.Single)
        {
            return free;
        }

        var near = Ask(new RoundingSystem(cells, classes, around, areOthersTrue: true), cell);
        var answer = near.Outcome == RoundingOutcome.Uncertain ? near : AskAll(cell);
        return classes.Recur && answer.Outcome == RoundingOutcome.Single ? RoundingAnswer.Open : answer;
    }

    private RoundingAnswer Ask(RoundingSystem system, int cell) =>
        Answer(system, new RoundingProgram(system.Problem, system.Truth, options.Programs), cell);

    private RoundingAnswer AskAll(int cell)
    {
        if (_all is null)
        {
            var system = new RoundingSystem(cells, classes, [.. Enumerable.Range(0, classes.Count)], areOthersTrue: true);
            _all = (system, new RoundingProgram(system.Problem, system.Truth, options.Programs));
        }

        return Answer(_all.Value.System, _all.Value.Program, cell);
    }

    private static RoundingAnswer Answer(RoundingSystem system, RoundingProgram program, int cell)
    {
        var column = system.ColumnOf(cell);
        var (outcome, most, least) = program.Ask(column);
        return new RoundingAnswer(
            outcome,
            most is null ? null : new RoundedEnd(most.Numerator, most.Denominator, system.Terms(column, 1, most)),
            least is null ? null : new RoundedEnd(least.Numerator, least.Denominator, system.Terms(column, -1, least)));
    }

    // The classes of the cells that the cell is part of, the smallest of these first.
    private int[] Around(int cell)
    {
        var around = new SortedSet<int>(classes.ClassesOf(cell));
        foreach (var whole in classes.CellsOf(classes.ClassesOf(cell)[0]).OrderBy(each => classes.ClassesOf(each).Count).ThenBy(each => each))
        {
            if (around.Count + classes.ClassesOf(whole).Count <= options.ClassesAround)
            {
                around.UnionWith(classes.ClassesOf(whole));
            }
        }

        return [.. around];
    }
}
