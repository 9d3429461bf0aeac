using System.Numerics;

namespace Publish.Attacks.Intervals;

/// <summary>
/// Proves or refutes the needs of one component: by tables that agree with everything published, each of which serves
/// every cell of the component; by rigorous bounds; by search where the component is small.
/// </summary>
/// <param name="problem">The component.</param>
/// <param name="columnOf">The column of a cell.</param>
/// <param name="options">How hard to try.</param>
internal sealed class ComponentAttack(IntervalProblem problem, Func<int, int> columnOf, IntervalOptions options)
{
    private readonly List<CellBound> _narrow = [];

    /// <summary>Attacks.</summary>
    /// <param name="needs">What must be proven.</param>
    /// <returns>The cells whose interval is too narrow, with the bound that shows it.</returns>
    public IReadOnlyList<CellBound> Run(IReadOnlyList<IntervalNeed> needs)
    {
        Program(needs);
        Search(needs);
        return _narrow;
    }

    private bool IsRefuted(IntervalNeed need, bool isHigh) =>
        _narrow.Exists(bound => bound.Cell == need.Cell && bound.IsHigh == isHigh);

    private void Program(IReadOnlyList<IntervalNeed> needs)
    {
        if (problem.Matrix.Columns > options.ProgrammedUnknowns || needs.All(need => need.IsProven))
        {
            return;
        }

        var program = new IntervalProgram(problem, options);
        foreach (var need in needs)
        {
            foreach (var isHigh in new[] { true, false })
            {
                if (!need.IsReached(isHigh))
                {
                    Program(program, needs, need, isHigh);
                }
            }
        }
    }

    private void Program(IntervalProgram program, IReadOnlyList<IntervalNeed> needs, IntervalNeed need, bool isHigh)
    {
        var (sign, target) = isHigh ? (1, need.High) : (-1, -need.Low);
        var (tables, bound) = program.Extreme(columnOf(need.Cell), sign, target);
        foreach (var (values, denominator) in tables)
        {
            Note(needs, values, denominator);
        }

        // For whole numbers too: the target is whole, so a bound below it keeps every whole number below it.
        if (!need.IsReached(isHigh) && bound is not null && bound.Numerator < target * bound.Denominator)
        {
            _narrow.Add(new CellBound(need.Cell, isHigh, bound.Numerator, bound.Denominator, bound.Factors));
        }
    }

    private void Search(IReadOnlyList<IntervalNeed> needs)
    {
        if (problem.Matrix.Columns > options.SearchedUnknowns)
        {
            return;
        }

        var search = new TableSearch(problem, options.SearchEffort);
        foreach (var need in needs)
        {
            foreach (var isHigh in new[] { true, false })
            {
                if (need.IsReached(isHigh) || IsRefuted(need, isHigh))
                {
                    continue;
                }

                var outcome = search.Find(columnOf(need.Cell), isHigh ? need.High : null, isHigh ? null : need.Low);
                if (outcome == SearchOutcome.Found)
                {
                    Note(needs, search.Table!, 1);
                }
                else if (outcome == SearchOutcome.None)
                {
                    _narrow.Add(new CellBound(need.Cell, isHigh, isHigh ? need.High - 1 : -need.Low - 1, 1, null));
                }
            }
        }
    }

    private void Note(IReadOnlyList<IntervalNeed> needs, BigInteger[] values, BigInteger denominator)
    {
        foreach (var need in needs)
        {
            need.Note(values[columnOf(need.Cell)], denominator);
        }
    }
}
