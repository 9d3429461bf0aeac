using System.Numerics;

namespace Publish.Attacks.Intervals;

/// <summary>How a search for a table ended.</summary>
internal enum SearchOutcome
{
    /// <summary>Nothing was found within the effort.</summary>
    Undecided,

    /// <summary>A table was found and checked.</summary>
    Found,

    /// <summary>Every possibility was excluded: there is no such table.</summary>
    None,
}

/// <summary>
/// Looks for a whole-number table that agrees with everything published, by branching on unknowns and tightening their
/// bounds through the equations (Davis, *Artificial Intelligence* 1987). Complete: unless the effort runs out it finds a
/// table or shows that there is none.
/// </summary>
/// <param name="problem">The problem.</param>
internal sealed class TableSearch(IntervalProblem problem)
{
    private const int DeepestBranch = 2000;

    private readonly int[][] _rowsOf = RowsOf(problem);
    private long _left;

    /// <summary>The table found.</summary>
    public BigInteger[]? Table { get; private set; }

    /// <summary>Looks for a table in which one unknown lies between bounds.</summary>
    /// <param name="column">The unknown.</param>
    /// <param name="low">Its least value, or <see langword="null"/>.</param>
    /// <param name="high">Its greatest value, or <see langword="null"/>.</param>
    /// <param name="effort">Equations that may be looked at; what was needed is taken away.</param>
    public SearchOutcome Find(int column, BigInteger? low, BigInteger? high, ref long effort)
    {
        _left = effort;
        var bounds = new SearchBounds(problem);
        if ((low is { } least && !bounds.Raise(column, least)) || (high is { } most && !bounds.Lower(column, most)))
        {
            return SearchOutcome.None;
        }

        var outcome = Descend(bounds, [.. Enumerable.Range(0, problem.Matrix.Rows)], 0);
        effort = Math.Max(0, _left);
        return outcome;
    }

    private static int[][] RowsOf(IntervalProblem problem)
    {
        var rows = new List<int>[problem.Matrix.Columns];
        for (var column = 0; column < rows.Length; column++)
        {
            rows[column] = [];
        }

        for (var row = 0; row < problem.Matrix.Rows; row++)
        {
            foreach (var column in problem.Matrix.RowColumns[row])
            {
                rows[column].Add(row);
            }
        }

        return Array.ConvertAll(rows, each => each.ToArray());
    }

    private SearchOutcome Descend(SearchBounds bounds, IEnumerable<int> open, int depth)
    {
        if (Tighten(bounds, open) is { } outcome)
        {
            return outcome;
        }

        var column = bounds.Narrowest();
        if (column < 0)
        {
            Table = bounds.Values();
            return problem.IsSolvedBy(Table, 1) ? SearchOutcome.Found : SearchOutcome.None;
        }

        if (depth > DeepestBranch || bounds.Middle(column) is not { } middle)
        {
            return SearchOutcome.Undecided;
        }

        var below = bounds.Copy();
        below.Lower(column, middle);
        var first = Descend(below, _rowsOf[column], depth + 1);
        if (first == SearchOutcome.Found)
        {
            return first;
        }

        bounds.Raise(column, middle + 1);
        var second = Descend(bounds, _rowsOf[column], depth + 1);
        return second == SearchOutcome.Found ? second : first == second ? first : SearchOutcome.Undecided;
    }

    // Null when nothing moves any more.
    private SearchOutcome? Tighten(SearchBounds bounds, IEnumerable<int> rows)
    {
        var open = new SortedSet<int>(rows);
        while (open.Count > 0)
        {
            if (--_left < 0)
            {
                return SearchOutcome.Undecided;
            }

            var row = open.Min;
            open.Remove(row);
            foreach (var (column, isEmpty) in bounds.Tighten(row))
            {
                if (isEmpty)
                {
                    return SearchOutcome.None;
                }

                open.UnionWith(_rowsOf[column]);
            }
        }

        return null;
    }
}
