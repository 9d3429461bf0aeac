namespace Publish.Attacks.Systems;

/// <summary>
/// Gaussian elimination of a sparse matrix modulo a prime. Pivots are chosen to keep fill low (Markowitz,
/// *Management Science* 1957): a column that occurs in one row only costs nothing; otherwise a shortest row and
/// in it the rarest column. Ties go to the lowest index, so the result depends on nothing but the matrix.
/// </summary>
internal sealed class MarkowitzEliminator
{
    private readonly MersenneField _field;
    private readonly ActiveRow?[] _rows;
    private readonly List<int>[] _rowsOf;
    private readonly int[] _count;
    private readonly PriorityQueue<int, (int Length, int Row)> _shortest = new();
    private readonly PriorityQueue<int, int> _singles = new();
    private readonly List<PivotRow> _pivots = [];
    private readonly MergeBuffer _buffer = new();
    private readonly List<int> _targets = [];
    private long _effort;

    private MarkowitzEliminator(SparseMatrix matrix, MersenneField field, long effort)
    {
        (_field, _effort) = (field, effort);
        _rows = new ActiveRow?[matrix.Rows];
        _count = new int[matrix.Columns];
        _rowsOf = new List<int>[matrix.Columns];
        for (var column = 0; column < matrix.Columns; column++)
        {
            _rowsOf[column] = [];
        }

        for (var row = 0; row < matrix.Rows; row++)
        {
            Enter(row, new ActiveRow(field, matrix.RowColumns[row], matrix.RowValues[row]));
        }

        for (var column = 0; column < matrix.Columns; column++)
        {
            QueueIfSingle(column);
        }
    }

    /// <summary>Eliminates.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="field">The prime field.</param>
    /// <param name="effort">How many coefficients may be touched.</param>
    /// <returns>The factorisation, or <see langword="null"/> when the effort did not suffice.</returns>
    public static Elimination? Eliminate(SparseMatrix matrix, MersenneField field, long effort)
    {
        var eliminator = new MarkowitzEliminator(matrix, field, effort);
        while (eliminator._effort >= 0 && eliminator.Step())
        {
        }

        return eliminator._effort < 0 ? null : new Elimination(field, matrix.Columns, eliminator._pivots);
    }

    private bool Step()
    {
        while (_singles.TryDequeue(out var column, out _))
        {
            if (_count[column] == 1)
            {
                var row = _rowsOf[column].First(candidate => Coefficient(candidate, column) != 0);
                Pivot(row, column);
                return true;
            }
        }

        while (_shortest.TryDequeue(out var row, out var key))
        {
            if (_rows[row] is { } active && active.Length == key.Length)
            {
                Pivot(row, RarestColumn(active));
                return true;
            }
        }

        return false;
    }

    private int RarestColumn(ActiveRow row)
    {
        var best = row.Columns[0];
        foreach (var column in row.Columns)
        {
            if (_count[column] < _count[best])
            {
                best = column;
            }
        }

        return best;
    }

    private void Pivot(int row, int column)
    {
        var pivot = _rows[row]!;
        var inverse = _field.Invert(pivot.Coefficient(column));
        CollectTargets(row, column);
        foreach (var target in _targets)
        {
            Eliminate(target, row, pivot, _field.Multiply(_rows[target]!.Coefficient(column), inverse));
        }

        Retire(row, column, pivot, inverse);
    }

    // Entries of a column's list may be stale or double: the row has gone, or the column left it and came back.
    private void CollectTargets(int row, int column)
    {
        _targets.Clear();
        foreach (var candidate in _rowsOf[column])
        {
            if (candidate != row && Coefficient(candidate, column) != 0)
            {
                _targets.Add(candidate);
            }
        }

        _targets.Sort();
        var kept = 0;
        for (var i = 0; i < _targets.Count; i++)
        {
            if (i == 0 || _targets[i] != _targets[i - 1])
            {
                _targets[kept++] = _targets[i];
            }
        }

        _targets.RemoveRange(kept, _targets.Count - kept);
    }

    private void Eliminate(int target, int pivotRow, ActiveRow pivot, ulong factor)
    {
        var row = _rows[target]!;
        _effort -= row.Length + pivot.Length;
        row.Subtract(_field, factor, pivot, _buffer);
        row.Operations.Add((_pivots.Count, factor));
        foreach (var column in _buffer.Filled)
        {
            _rowsOf[column].Add(target);
            _count[column]++;
        }

        foreach (var column in _buffer.Cancelled)
        {
            _count[column]--;
            QueueIfSingle(column);
        }

        if (row.Length == 0)
        {
            _rows[target] = null;
        }
        else
        {
            _shortest.Enqueue(target, (row.Length, target));
        }
    }

    private void Retire(int row, int column, ActiveRow pivot, ulong inverse)
    {
        var columns = new int[pivot.Length - 1];
        var values = new ulong[pivot.Length - 1];
        var next = 0;
        for (var i = 0; i < pivot.Length; i++)
        {
            var other = pivot.Columns[i];
            _count[other]--;
            if (other != column)
            {
                (columns[next], values[next++]) = (other, _field.Multiply(pivot.Values[i], inverse));
                QueueIfSingle(other);
            }
        }

        _rows[row] = null;
        _rowsOf[column].Clear();
        _pivots.Add(new PivotRow(row, column, inverse, columns, values, pivot.Operations));
    }

    private void Enter(int row, ActiveRow active)
    {
        if (active.Length == 0)
        {
            return;
        }

        _rows[row] = active;
        _shortest.Enqueue(row, (active.Length, row));
        foreach (var column in active.Columns)
        {
            _rowsOf[column].Add(row);
            _count[column]++;
        }
    }

    private ulong Coefficient(int row, int column) => _rows[row]?.Coefficient(column) ?? 0;

    private void QueueIfSingle(int column)
    {
        if (_count[column] == 1)
        {
            _singles.Enqueue(column, column);
        }
    }
}
