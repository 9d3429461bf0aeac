using System.Numerics;
using Publish.Attacks.Bounds;
using Publish.Attacks.Intervals;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// What is known of rounded counts that add up, as equations with bounds: an unknown for each of some joint classes and for
/// each cell of several of them, each cell the sum of its classes, and every unknown within what published numbers leave it.
/// </summary>
internal sealed class RoundingSystem
{
    private readonly RoundedCells _cells;
    private readonly RoundedClasses _classes;
    private readonly bool _areOthersTrue;
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly List<(int[] Members, int Cell)> _sums = [];
    private readonly BigInteger?[] _low;
    private readonly BigInteger?[] _high;
    private readonly int[] _lowCell;
    private readonly int[] _highCell;

    /// <summary>Builds the system.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="members">The classes that are unknown, ascending.</param>
    /// <param name="areOthersTrue">
    /// Whether all other classes are taken to have their true counts: a table that fits is one that agrees with everything
    /// published. Otherwise they can be anything: what no table here can be, no table can.
    /// </param>
    public RoundingSystem(RoundedCells cells, RoundedClasses classes, int[] members, bool areOthersTrue)
    {
        (_cells, _classes, _areOthersTrue) = (cells, classes, areOthersTrue);
        var membersOf = new SortedDictionary<int, List<int>>();
        for (var column = 0; column < members.Length; column++)
        {
            foreach (var cell in classes.CellsOf(members[column]))
            {
                if (!membersOf.TryGetValue(cell, out var own))
                {
                    membersOf.Add(cell, own = []);
                }

                own.Add(column);
            }
        }

        foreach (var (cell, own) in membersOf)
        {
            _columnOf[cell] = own.Count == 1 ? own[0] : members.Length + _sums.Count;
            if (own.Count > 1)
            {
                _sums.Add(([.. own], cell));
            }
        }

        var columns = members.Length + _sums.Count;
        Truth = [.. members.Select(classes.Lone), .. _sums.Select(sum => TruthOf(members, sum.Members))];
        (_low, _high) = ([.. Enumerable.Repeat((BigInteger?)0, columns)], new BigInteger?[columns]);
        (_lowCell, _highCell) = ([.. Enumerable.Repeat(-1, columns)], [.. Enumerable.Repeat(-1, columns)]);
        foreach (var (cell, own) in membersOf)
        {
            Bound(cell, own, members);
        }

        Problem = new IntervalProblem(
            new SparseMatrix(
                columns,
                [.. _sums.Select((sum, row) => (int[])[.. sum.Members, members.Length + row])],
                [.. _sums.Select(sum => (long[])[.. sum.Members.Select(_ => 1L), -1])]),
            new BigInteger[_sums.Count],
            _low,
            _high,
            _low,
            _high,
            IsWhole: true);
    }

    /// <summary>The equations and bounds.</summary>
    public IntervalProblem Problem { get; }

    /// <summary>The true value of each unknown.</summary>
    public BigInteger[] Truth { get; }

    /// <summary>The unknown that a cell is, as far as its classes are unknown.</summary>
    public int ColumnOf(int cell) => _columnOf[cell];

    /// <summary>The cells of which a bound makes use, each with how often it is taken; positive where the cell is at its most.</summary>
    /// <param name="column">The unknown that is bounded.</param>
    /// <param name="sign">1 where its greatest value is bounded, −1 where its least is.</param>
    /// <param name="bound">The bound of sign · x.</param>
    public SortedDictionary<int, BigInteger> Terms(int column, int sign, DualBound bound)
    {
        var left = new BigInteger[Problem.Matrix.Columns];
        left[column] = sign * bound.Denominator;
        for (var row = 0; row < bound.Factors.Length; row++)
        {
            for (var i = 0; i < Problem.Matrix.RowColumns[row].Length && !bound.Factors[row].IsZero; i++)
            {
                left[Problem.Matrix.RowColumns[row][i]] -= bound.Factors[row] * Problem.Matrix.RowValues[row][i];
            }
        }

        var terms = new SortedDictionary<int, BigInteger>();
        for (var other = 0; other < left.Length; other++)
        {
            var cell = left[other].Sign > 0 ? _highCell[other] : _lowCell[other];
            if (!left[other].IsZero && cell >= 0)
            {
                terms[cell] = terms.GetValueOrDefault(cell) + left[other];
            }
        }

        return terms;
    }

    private Int128 TruthOf(int[] members, IEnumerable<int> columns) =>
        columns.Aggregate((Int128)0, (sum, column) => sum + _classes.Lone(members[column]));

    // Some classes of a cell are at most what the cell is, and at least that less what the others are where these are known.
    private void Bound(int cell, List<int> own, int[] members)
    {
        var others = _areOthersTrue ? _cells.Truth(cell) - TruthOf(members, own) : 0;
        var high = _cells.High[cell] == CellIntervals.Unbounded ? (BigInteger?)null : _cells.High[cell] - others;
        foreach (var column in own.Append(_columnOf[cell]).Where(_ => high is not null))
        {
            if (!(_high[column] <= high))
            {
                (_high[column], _highCell[column]) = (high, cell);
            }
        }

        if ((_areOthersTrue || own.Count == _classes.ClassesOf(cell).Count) && _cells.Low[cell] - others > _low[_columnOf[cell]])
        {
            (_low[_columnOf[cell]], _lowCell[_columnOf[cell]]) = (_cells.Low[cell] - others, cell);
        }
    }
}
