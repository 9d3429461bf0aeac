using System.Numerics;

namespace Publish.Attacks.Intervals;

/// <summary>
/// Proves or refutes the needs of one component: by tables that agree with everything published, each of which serves
/// every cell of the component; by rigorous bounds; by search where the component is small.
/// </summary>
/// <param name="problem">The component.</param>
/// <param name="needs">What must be proven.</param>
/// <param name="columnOf">The column of a cell.</param>
/// <param name="options">How hard to try.</param>
internal sealed class ComponentAttack(
    IntervalProblem problem, IReadOnlyList<IntervalNeed> needs, Func<int, int> columnOf, IntervalOptions options)
{
    private readonly List<CellBound> _narrow = [];
    private long _searchEffort = options.ComponentSearchEffort;
    private readonly HashSet<(int Cell, bool IsHigh)> _refuted = [];
    private readonly List<(IntervalNeed Need, int Column)> _open = [.. needs.Select(need => (need, columnOf(need.Cell)))];

    /// <summary>Attacks.</summary>
    /// <returns>The cells whose interval is too narrow, with the bound that shows it.</returns>
    public IReadOnlyList<CellBound> Run()
    {
        if (problem.Matrix.Columns <= options.ProgrammedUnknowns && _open.Exists(each => !each.Need.IsProven))
        {
            var program = new IntervalProgram(problem, options);
            ForEachEnd((need, column, isHigh) => Program(program, need, column, isHigh));
        }

        if (problem.Matrix.Columns <= options.SearchedUnknowns)
        {
            var search = new TableSearch(problem);
            ForEachEnd((need, column, isHigh) => Search(search, need, column, isHigh));
        }

        return _narrow;
    }

    private void ForEachEnd(Action<IntervalNeed, int, bool> attack)
    {
        foreach (var (need, column) in _open.ToArray())
        {
            foreach (var isHigh in new[] { true, false })
            {
                if (!need.IsReached(isHigh) && !_refuted.Contains((need.Cell, isHigh)))
                {
                    attack(need, column, isHigh);
                }
            }
        }
    }

    private void Program(IntervalProgram program, IntervalNeed need, int column, bool isHigh)
    {
        var (sign, target) = isHigh ? (1, need.High) : (-1, -need.Low);
        var (tables, bound) = program.Extreme(column, sign, target);
        foreach (var (values, denominator) in tables)
        {
            Note(values, denominator);
        }

        // For whole numbers too: the target is whole, so a bound below it keeps every whole number below it.
        if (!need.IsReached(isHigh) && bound is not null && bound.Numerator < target * bound.Denominator)
        {
            Refute(new CellBound(need.Cell, isHigh, bound.Numerator, bound.Denominator, bound.Factors));
        }
    }

    private void Search(TableSearch search, IntervalNeed need, int column, bool isHigh)
    {
        var allowed = Math.Min(_searchEffort, options.SearchEffort);
        var effort = allowed;
        var outcome = search.Find(column, isHigh ? need.High : null, isHigh ? null : need.Low, ref effort);
        _searchEffort -= allowed - effort;
        if (outcome == SearchOutcome.Found)
        {
            Note(search.Table!, 1);
        }
        else if (outcome == SearchOutcome.None)
        {
            Refute(new CellBound(need.Cell, isHigh, isHigh ? need.High - 1 : -need.Low - 1, 1, null));
        }
    }

    private void Note(BigInteger[] values, BigInteger denominator)
    {
        foreach (var (need, column) in _open)
        {
            need.Note(values[column], denominator);
        }

        _open.RemoveAll(each => each.Need.IsProven);
    }

    private void Refute(CellBound bound)
    {
        _narrow.Add(bound);
        _refuted.Add((bound.Cell, bound.IsHigh));
    }
}
