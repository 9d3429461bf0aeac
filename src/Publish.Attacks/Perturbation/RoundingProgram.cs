using System.Numerics;
using Publish.Attacks.Intervals;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// Decides by linear programmes and by search whether a count can be another one than it is. What the solver says is taken
/// for nothing: only a whole table, a rigorous bound or a complete search shows something.
/// </summary>
/// <param name="problem">The equations and bounds.</param>
/// <param name="truth">The true value of each unknown; no table that is found needs it.</param>
/// <param name="options">How hard to try.</param>
internal sealed class RoundingProgram(IntervalProblem problem, BigInteger[] truth, IntervalOptions options)
{
    private readonly Lazy<IntervalProgram> _program = new(() => new IntervalProgram(problem, options));
    private readonly Lazy<TableSearch> _search = new(() => new TableSearch(problem));
    private readonly bool[] _isUncertain = new bool[problem.Matrix.Columns];
    private long _searchEffort = options.ComponentSearchEffort;

    /// <summary>Decides about one unknown.</summary>
    /// <param name="column">The unknown.</param>
    /// <returns>What was shown, and rigorous bounds where they keep it from being another whole number.</returns>
    public (RoundingOutcome Outcome, DualBound? Most, DualBound? Least) Ask(int column)
    {
        var most = _isUncertain[column] ? null : BoundOf(column, 1);
        var least = _isUncertain[column] ? null : BoundOf(column, -1);
        var isSingle = !_isUncertain[column] && (most is not null || IsExcluded(column, 1)) && (least is not null || IsExcluded(column, -1));
        var outcome = _isUncertain[column] ? RoundingOutcome.Uncertain : isSingle ? RoundingOutcome.Single : RoundingOutcome.Open;
        return (outcome, most, least);
    }

    // For whole numbers a bound below the next one is enough.
    private DualBound? BoundOf(int column, int sign)
    {
        if (problem.Matrix.Columns > options.ProgrammedUnknowns || _isUncertain[column])
        {
            return null;
        }

        var next = (sign * truth[column]) + 1;
        var (tables, bound) = _program.Value.Extreme(column, sign, next);
        tables.ForEach(table => Note(table.Values));
        return bound?.Numerator < next * bound?.Denominator ? bound : null;
    }

    private bool IsExcluded(int column, int sign)
    {
        if (problem.Matrix.Columns > options.SearchedUnknowns || _isUncertain[column])
        {
            return false;
        }

        var allowed = Math.Min(_searchEffort, options.SearchEffort);
        var effort = allowed;
        var outcome = _search.Value.Find(column, sign > 0 ? truth[column] + 1 : null, sign > 0 ? null : truth[column] - 1, ref effort);
        _searchEffort -= allowed - effort;
        if (outcome == SearchOutcome.Found)
        {
            Note(_search.Value.Table!);
        }

        return outcome == SearchOutcome.None;
    }

    // Tables of counts have no fractions.
    private void Note(BigInteger[] table)
    {
        for (var column = 0; column < table.Length; column++)
        {
            _isUncertain[column] |= table[column] != truth[column];
        }
    }
}
