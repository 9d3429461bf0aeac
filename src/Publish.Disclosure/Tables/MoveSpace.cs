namespace Publish.Disclosure.Tables;

/// <summary>
/// A space of moves, as a sparse basis of integer vectors over the cells. Starts with all moves and shrinks: fixing a
/// cell leaves the moves that are 0 there.
/// </summary>
/// <remarks>
/// <para>
/// Arithmetic is exact over the integers, so a cell that some move changes is proven not to be solvable: the move is
/// the witness. There is no modulus that a true statement over the rationals could get lost in. Coefficients are almost
/// always ±1; a step that would leave 32 bits is not taken (see <see cref="TryFix"/>).
/// </para>
/// <para>
/// Fixing cell j takes the shortest move p through j as pivot, and replaces every other move m through j by
/// p_j·m − m_j·p; p itself goes. In matroid words the basis represents the dual of the columns of the equations, and
/// fixing is contraction; two cells are in series when their rows are parallel, and then one gives the other away.
/// </para>
/// </remarks>
internal sealed class MoveSpace
{
    private readonly MoveStore _moves;
    private readonly int[] _stamps;
    private readonly int[] _places;
    private readonly List<int> _touched = [];
    private readonly List<long> _values = [];
    private readonly EliminationEffort? _effort;
    private int _stamp;

    /// <summary>Creates the space spanned by rows that are linearly independent, or become so as cells are fixed.</summary>
    /// <param name="cellCount">The number of cells.</param>
    /// <param name="basis">The rows.</param>
    /// <param name="order">The rows in the order in which they are preferred as pivots.</param>
    /// <param name="effort">What the work is charged to, if anything.</param>
    public MoveSpace(int cellCount, SparseRows basis, int[] order, EliminationEffort? effort = null)
    {
        _effort = effort;
        _moves = new MoveStore(cellCount, basis, order);
        _stamps = new int[basis.RowCount];
        _places = new int[basis.RowCount];
    }

    /// <summary>The number of basis moves that change a cell; 0 when the cell is solved.</summary>
    public int Count(int cell) => _moves.Count(cell);

    /// <summary>Forgets which moves change a cell that will never be fixed, so that the lists stay short.</summary>
    public void Settle(int cell) => _moves.Settle(cell);

    /// <summary>Leaves only the moves that fulfil a homogeneous equation.</summary>
    /// <returns>False when a move had to be given up because its coefficients grew too large.</returns>
    public bool Impose(SparseRows equations, int row)
    {
        Gather(equations.Cells.AsSpan(equations.Starts[row]..equations.Starts[row + 1]),
            equations.Coefficients is null ? [] : equations.Coefficients.AsSpan(equations.Starts[row]..equations.Starts[row + 1]));
        return _touched.Count == 0 || Eliminate(Pivot());
    }

    /// <summary>Leaves only the moves that do not change a cell, whatever else gets solved.</summary>
    public bool Fix(int cell)
    {
        Gather([cell], []);
        return _touched.Count == 0 || Eliminate(Pivot());
    }

    /// <summary>
    /// Leaves only the moves that do not change a cell, unless that would solve a protected one.
    /// </summary>
    /// <param name="cell">The cell to fix.</param>
    /// <param name="isProtected">The cells that must not become solved; none of them is solved now.</param>
    /// <returns>
    /// −1 when the cell is fixed; otherwise nothing is changed, and it is the protected cell that would be solved (or
    /// the cell itself, in the freak case that coefficients would grow too large).
    /// </returns>
    public int TryFix(int cell, bool[] isProtected)
    {
        Gather([cell], []);
        if (_touched.Count == 0)
        {
            return -1;
        }

        var pivot = Pivot();
        var shielded = InSeries(pivot, cell, isProtected);
        if (shielded < 0 && !FitsAll(pivot))
        {
            shielded = cell;
        }

        if (shielded < 0)
        {
            Eliminate(pivot);
        }

        return shielded;
    }

    /// <summary>Finds the moves on which a functional (the sum of coefficient times cell) is not 0, and its values.</summary>
    private void Gather(ReadOnlySpan<int> cells, ReadOnlySpan<int> coefficients)
    {
        _touched.Clear();
        _values.Clear();
        var firstStamp = _stamp + 1;
        for (var i = 0; i < cells.Length; i++)
        {
            AddValues(cells[i], coefficients.IsEmpty ? 1 : coefficients[i], ++_stamp, firstStamp);
        }

        var kept = 0;
        for (var i = 0; i < _touched.Count; i++)
        {
            if (_values[i] != 0)
            {
                (_touched[kept], _values[kept]) = (_touched[i], _values[i]);
                kept++;
            }
        }

        _touched.RemoveRange(kept, _touched.Count - kept);
        _values.RemoveRange(kept, _values.Count - kept);
    }

    /// <summary>
    /// Adds what one cell contributes to the functional. A move can be listed twice under a cell; the cell's own stamp
    /// lets it count once, and any stamp of this functional tells that the move has a place in the list already.
    /// </summary>
    private void AddValues(int cell, long coefficient, int cellStamp, int firstStamp)
    {
        foreach (var move in _moves.ListedOf(cell))
        {
            if (_stamps[move] == cellStamp || !_moves.IsAlive(move))
            {
                continue;
            }

            if (_stamps[move] < firstStamp)
            {
                _places[move] = _touched.Count;
                _touched.Add(move);
                _values.Add(0);
            }

            _stamps[move] = cellStamp;
            _values[_places[move]] = checked(_values[_places[move]] + coefficient * _moves.CoefficientAt(move, cell));
        }
    }

    /// <summary>The place in <see cref="_touched"/> of the move to eliminate with: small value, then short, then first.</summary>
    private int Pivot()
    {
        var best = 0;
        for (var i = 1; i < _touched.Count; i++)
        {
            var (size, bestSize) = (Math.Abs(_values[i]), Math.Abs(_values[best]));
            if (size < bestSize || (size == bestSize && _moves.Length(_touched[i]) < _moves.Length(_touched[best])))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>A protected cell whose row over the basis is a multiple of the fixed cell's, or −1.</summary>
    private int InSeries(int pivot, int cell, bool[] isProtected)
    {
        foreach (var entry in _moves.Entries(_touched[pivot]))
        {
            var other = PackedMove.CellOf(entry);
            if (isProtected[other] && _moves.Count(other) == _touched.Count && other != cell
                && IsParallel(other, PackedMove.CoefficientOf(entry), _values[pivot]))
            {
                return other;
            }
        }

        return -1;
    }

    private bool IsParallel(int other, long atPivot, long pivotValue)
    {
        for (var i = 0; i < _touched.Count; i++)
        {
            if (_moves.CoefficientAt(_touched[i], other) * pivotValue != atPivot * _values[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool FitsAll(int pivot)
    {
        for (var i = 0; i < _touched.Count; i++)
        {
            if (i != pivot && !Fits(i, pivot))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(int target, int pivot)
    {
        var (scale, shift) = Factors(target, pivot);
        return (Int128)Math.Abs(scale) * _moves.Magnitude(_touched[target]) + (Int128)Math.Abs(shift) * _moves.Magnitude(_touched[pivot])
            <= int.MaxValue;
    }

    /// <summary>The factors with which scale·target − shift·pivot has the value 0.</summary>
    private (long Scale, long Shift) Factors(int target, int pivot)
    {
        var (p, t) = (_values[pivot], _values[target]);
        var divisor = PackedMove.GreatestCommonDivisor(Math.Abs(p), Math.Abs(t));
        return p > 0 ? (p / divisor, t / divisor) : (-p / divisor, -t / divisor);
    }

    private bool Eliminate(int pivot)
    {
        var isComplete = true;
        for (var i = 0; i < _touched.Count; i++)
        {
            if (i == pivot)
            {
                continue;
            }

            if (Fits(i, pivot))
            {
                var (scale, shift) = Factors(i, pivot);
                _effort?.Spend(_moves.Length(_touched[i]) + _moves.Length(_touched[pivot]));
                _moves.Combine(_touched[i], scale, _touched[pivot], shift);
            }
            else
            {
                // Fewer moves prove less, never something untrue.
                _moves.Drop(_touched[i]);
                isComplete = false;
            }
        }

        _moves.Drop(_touched[pivot]);
        return isComplete;
    }
}
