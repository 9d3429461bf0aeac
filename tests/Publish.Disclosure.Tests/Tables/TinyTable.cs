using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: a table of two dimensions with its totals, small enough that all patterns can be tried. Primary cells are to be
/// in doubt by 1 on both sides. A table of two dimensions is a network: where some change of an amount 1 is possible, so is
/// one of whole numbers in which no cell changes by more (Ahuja, Magnanti and Orlin, <em>Network Flows</em>, 1993, ch. 3), and
/// all those can be listed.
/// </summary>
internal sealed class TinyTable
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly int[] _values;
    private readonly int[] _costs;
    private readonly bool[] _isPrimary;
    private readonly Lazy<int[][]> _supports;

    public TinyTable(int seed)
        : this(2 + seed % 2, 3, seed)
    {
    }

    public TinyTable(int rows, int columns, int seed)
    {
        (_rows, _columns) = (rows, columns);
        var random = new Random(seed);
        _values = WithTotals([.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(4) == 0 ? 0 : random.Next(1, 30))]);
        _costs = [.. _values.Select(value => seed % 3 == 0 ? 1 : value)];
        _isPrimary = [.. _values.Select((value, cell) => IsInner(cell) && value is > 0 and < 6)];
        _supports = new Lazy<int[][]>(Supports);
    }

    /// <summary>True where not even hiding everything protects all primary cells.</summary>
    public bool Unprotectable => !IsSafe([.. _values.Select(_ => true)]);

    public SuppressionProblem Problem()
    {
        var equations = new List<int[]>();
        for (var row = 0; row <= _rows; row++)
        {
            equations.Add([Cell(row, _columns), .. Enumerable.Range(0, _columns).Select(column => Cell(row, column))]);
        }

        for (var column = 0; column <= _columns; column++)
        {
            equations.Add([Cell(_rows, column), .. Enumerable.Range(0, _rows).Select(row => Cell(row, column))]);
        }

        var starts = equations.Aggregate(new List<int> { 0 }, (starts, equation) => [.. starts, starts[^1] + equation.Length]);
        Int128[] ones = [.. _isPrimary.Select(primary => (Int128)(primary ? 1 : 0))];
        return Some.Problem(
            CellSystem.FromEquations(_values.Length, new SparseRows(
                [.. starts],
                [.. equations.SelectMany(equation => equation)],
                [.. equations.SelectMany(equation => equation.Select((_, i) => i == 0 ? 1 : -1))])),
            [.. _isPrimary.Select(primary => primary ? CellRole.Primary : CellRole.Candidate)],
            [.. _costs.Select(cost => (double)cost)],
            new IntervalDemand { ClassValues = [.. _values.Select(value => (Int128)value)], Lower = ones, Upper = ones });
    }

    public double Cost(bool[] isSuppressed) => _costs.Where((_, cell) => isSuppressed[cell] && !_isPrimary[cell]).Sum();

    public bool IsSafe(bool[] isSuppressed) => IsSafe(Bits(isSuppressed));

    /// <summary>What the cheapest of all patterns costs.</summary>
    public double LeastCost()
    {
        int[] open = [.. Enumerable.Range(0, _values.Length).Where(cell => !_isPrimary[cell])];
        var (primary, least) = (Bits(_isPrimary), double.PositiveInfinity);
        for (var choice = 0; choice < 1 << open.Length; choice++)
        {
            var (pattern, cost) = (primary, 0);
            for (var i = 0; i < open.Length; i++)
            {
                if ((choice >> i & 1) == 1)
                {
                    pattern |= 1 << open[i];
                    cost += _costs[open[i]];
                }
            }

            least = cost < least && IsSafe(pattern) ? cost : least;
        }

        return least;
    }

    private static int Bits(bool[] flags) => flags.Select((flag, cell) => flag ? 1 << cell : 0).Sum();

    private bool IsSafe(int pattern) => _supports.Value.All(supports => supports.Any(support => (support & ~pattern) == 0));

    /// <summary>For every primary cell and side, the cells of each change by 1.</summary>
    private int[][] Supports()
    {
        var changes = new List<int[]>();
        var inner = new int[_rows * _columns];
        for (var number = 0; number < (int)Math.Pow(3, inner.Length); number++)
        {
            for (var (i, rest) = (0, number); i < inner.Length; i++, rest /= 3)
            {
                inner[i] = rest % 3 - 1;
            }

            var change = WithTotals(inner);
            if (change.Zip(_values).All(cell => Math.Abs(cell.First) <= 1 && cell.First + cell.Second >= 0))
            {
                changes.Add(change);
            }
        }

        return
        [
            .. Enumerable.Range(0, _values.Length).Where(cell => _isPrimary[cell]).SelectMany(cell => new[] { 1, -1 }.Select(side =>
                changes.Where(change => change[cell] == side).Select(change => Bits([.. change.Select(by => by != 0)])).Distinct().ToArray())),
        ];
    }

    private int Cell(int row, int column) => row * (_columns + 1) + column;

    private bool IsInner(int cell) => cell / (_columns + 1) < _rows && cell % (_columns + 1) < _columns;

    private int[] WithTotals(int[] inner)
    {
        var cells = new int[(_rows + 1) * (_columns + 1)];
        for (var i = 0; i < inner.Length; i++)
        {
            var (row, column) = (i / _columns, i % _columns);
            cells[Cell(row, column)] = inner[i];
            cells[Cell(row, _columns)] += inner[i];
            cells[Cell(_rows, column)] += inner[i];
            cells[Cell(_rows, _columns)] += inner[i];
        }

        return cells;
    }
}
