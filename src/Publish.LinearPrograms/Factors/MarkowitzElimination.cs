namespace Publish.LinearPrograms.Factors;

/// <summary>
/// Gaussian elimination of a sparse basis that keeps it sparse: each pivot is, of a few candidates, the one that can fill
/// in least (Markowitz 1957), not much smaller than the largest entry of its row (threshold pivoting).
/// </summary>
/// <remarks>
/// Suhl and Suhl, "Computing sparse LU factorizations for large-scale linear programming bases", <em>ORSA Journal on
/// Computing</em> 2 (1990): candidates are looked for in the four shortest lines. Columns and rows with one entry come
/// first by themselves and cause no arithmetic.
/// </remarks>
internal sealed class MarkowitzElimination
{
    private const double Threshold = 0.1;
    private const double SmallestPivot = 1e-10;
    private const double Negligible = 1e-14;
    private const int LinesSearched = 4;

    private readonly int _size;
    private readonly GrowingLine[] _rows;
    private readonly GrowingLine[] _columns;
    private readonly CountBuckets _rowBuckets;
    private readonly CountBuckets _columnBuckets;
    private readonly int[] _placeInRow;
    private readonly List<int> _pivotRows = [];
    private readonly List<int> _pivotColumns = [];
    private readonly List<double> _pivots = [];
    private readonly SparseStore _lower;
    private readonly SparseStore _upper;

    private int _pivotRow;
    private int _pivotColumn;
    private double _merit;
    private double _pivotSize;

    /// <param name="size">The number of rows and columns.</param>
    public MarkowitzElimination(int size)
    {
        _size = size;
        _rows = [.. Enumerable.Range(0, size).Select(_ => new GrowingLine())];
        _columns = [.. Enumerable.Range(0, size).Select(_ => new GrowingLine())];
        _rowBuckets = new CountBuckets(size);
        _columnBuckets = new CountBuckets(size);
        _placeInRow = new int[size];
        Array.Fill(_placeInRow, -1);
        _lower = new SparseStore(size);
        _upper = new SparseStore(size);
    }

    /// <summary>Adds an entry before the elimination starts.</summary>
    public void Add(int row, int column, double value)
    {
        _rows[row].Add(column, value);
        _columns[column].Add(row, 0);
    }

    /// <summary>Eliminates.</summary>
    /// <param name="rows">The rows left over, and</param>
    /// <param name="columns">as many columns left over, where the matrix is singular; both empty where it is not.</param>
    /// <returns>The factors, or <see langword="null"/> where the matrix is singular.</returns>
    public LuFactors? Run(out int[] rows, out int[] columns)
    {
        for (var line = 0; line < _size; line++)
        {
            _rowBuckets.Put(line, _rows[line].Count);
            _columnBuckets.Put(line, _columns[line].Count);
        }

        while (FindPivot())
        {
            Eliminate();
        }

        rows = [.. Enumerable.Range(0, _size).Except(_pivotRows)];
        columns = [.. Enumerable.Range(0, _size).Except(_pivotColumns)];
        return rows.Length > 0 ? null : new LuFactors([.. _pivotRows], [.. _pivotColumns], [.. _pivots], _lower, _upper);
    }

    private bool FindPivot()
    {
        (_pivotRow, _merit, _pivotSize) = (-1, double.PositiveInfinity, 0);
        var searched = 0;
        for (var count = 1; count <= _size; count++)
        {
            var least = (count - 1.0) * (count - 1.0);
            if (_merit <= least)
            {
                break;
            }

            for (var column = _columnBuckets.First(count); column >= 0; column = _columnBuckets.Next(column))
            {
                ConsiderColumn(column);
                if (_pivotRow >= 0 && (++searched >= LinesSearched || _merit <= least))
                {
                    return true;
                }
            }

            for (var row = _rowBuckets.First(count); row >= 0; row = _rowBuckets.Next(row))
            {
                ConsiderRow(row);
                if (_pivotRow >= 0 && (++searched >= LinesSearched || _merit <= count * (count - 1.0)))
                {
                    return true;
                }
            }
        }

        return _pivotRow >= 0;
    }

    private void ConsiderColumn(int column)
    {
        var line = _columns[column];
        for (var entry = 0; entry < line.Count; entry++)
        {
            var row = _rows[line.Indices[entry]];
            var value = Math.Abs(row.Values[row.Find(column)]);
            // A column with one entry needs no arithmetic, so its pivot need not be large.
            if (value >= SmallestPivot && (line.Count == 1 || value >= Threshold * row.LargestValue()))
            {
                Consider(line.Indices[entry], column, value);
            }
        }
    }

    private void ConsiderRow(int row)
    {
        var line = _rows[row];
        var least = Math.Max(SmallestPivot, Threshold * line.LargestValue());
        for (var entry = 0; entry < line.Count; entry++)
        {
            var value = Math.Abs(line.Values[entry]);
            if (value >= least)
            {
                Consider(row, line.Indices[entry], value);
            }
        }
    }

    private void Consider(int row, int column, double value)
    {
        var merit = (_rows[row].Count - 1.0) * (_columns[column].Count - 1.0);
        if (merit < _merit || (merit == _merit && value > _pivotSize))
        {
            (_pivotRow, _pivotColumn, _merit, _pivotSize) = (row, column, merit, value);
        }
    }

    private void Eliminate()
    {
        var (pivotRow, pivotColumn) = (_rows[_pivotRow], _columns[_pivotColumn]);
        var place = pivotRow.Find(_pivotColumn);
        var pivot = pivotRow.Values[place];
        pivotRow.RemoveAt(place);
        pivotColumn.Remove(_pivotRow);
        for (var entry = 0; entry < pivotColumn.Count; entry++)
        {
            var row = pivotColumn.Indices[entry];
            place = _rows[row].Find(_pivotColumn);
            var multiple = _rows[row].Values[place] / pivot;
            _rows[row].RemoveAt(place);
            Subtract(row, multiple, pivotRow);
            _rowBuckets.Put(row, _rows[row].Count);
            _lower.Add(row, multiple);
        }

        for (var entry = 0; entry < pivotRow.Count; entry++)
        {
            var column = pivotRow.Indices[entry];
            _columns[column].Remove(_pivotRow);
            _columnBuckets.Put(column, _columns[column].Count);
            _upper.Add(column, pivotRow.Values[entry]);
        }

        _lower.Close();
        _upper.Close();
        _rowBuckets.Remove(_pivotRow);
        _columnBuckets.Remove(_pivotColumn);
        _pivotRows.Add(_pivotRow);
        _pivotColumns.Add(_pivotColumn);
        _pivots.Add(pivot);
    }

    private void Subtract(int row, double multiple, GrowingLine pivotRow)
    {
        var line = _rows[row];
        for (var entry = 0; entry < line.Count; entry++)
        {
            _placeInRow[line.Indices[entry]] = entry;
        }

        for (var entry = 0; entry < pivotRow.Count; entry++)
        {
            var column = pivotRow.Indices[entry];
            var change = -multiple * pivotRow.Values[entry];
            if (_placeInRow[column] >= 0)
            {
                line.Values[_placeInRow[column]] += change;
            }
            else
            {
                line.Add(column, change);
                _columns[column].Add(row, 0);
            }
        }

        for (var entry = line.Count - 1; entry >= 0; entry--)
        {
            var column = line.Indices[entry];
            _placeInRow[column] = -1;
            if (Math.Abs(line.Values[entry]) < Negligible)
            {
                line.RemoveAt(entry);
                _columns[column].Remove(row);
                _columnBuckets.Put(column, _columns[column].Count);
            }
        }
    }
}
