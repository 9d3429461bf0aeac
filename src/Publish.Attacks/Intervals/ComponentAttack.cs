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
        Search(needs);
        return _narrow;
    }

    private bool IsRefuted(IntervalNeed need, bool isHigh) =>
        _narrow.Exists(bound => bound.Cell == need.Cell && bound.IsHigh == isHigh);

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
                if ((isHigh ? need.IsHighReached : need.IsLowReached) || IsRefuted(need, isHigh))
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
