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
    private readonly MoveStore moves;
    private readonly int[] stamps;
    private readonly int[] places;
    private readonly List<int> touched = [];
    private readonly List<long> values = [];
    private int stamp;

    /// <summary>Creates the space spanned by rows that are linearly independent, or become so as cells are fixed.</summary>
    /// <param name="cellCount">The number of cells.</param>
    /// <param name="basis">The rows.</param>
    /// <param name="order">The rows in the order in which they are preferred as pivots.</param>
    public MoveSpace(int cellCount, SparseRows basis, int[] order)
    {
        moves = new MoveStore(cellCount, basis, order);
        stamps = new int[basis.RowCount];
        places = new int[basis.RowCount];
    }

    /// <summary>The number of basis moves that change a cell; 0 when the cell is solved.</summary>
    public int Count(int cell) => moves.Count(cell);

    /// <summary>Forgets which moves change a cell that will never be fixed, so that the lists stay short.</summary>
    public void Settle(int cell) => moves.Settle(cell);

    /// <summary>Leaves only the moves that fulfil a homogeneous equation.</summary>
    /// <returns>False when a move had to be given up because its coefficients grew too large.</returns>
    public bool Impose(SparseRows equations, int row)
    {
        Gather(equations.Cells.AsSpan(equations.Starts[row]..equations.Starts[row + 1]),
            equations.Coefficients is null ? [] : equations.Coefficients.AsSpan(equations.Starts[row]..equations.Starts[row + 1]));
        return touched.Count == 0 || Eliminate(Pivot());
    }

    /// <summary>Leaves only the moves that do not change a cell, whatever else gets solved.</summary>
    public bool Fix(int cell)
    {
        Gather([cell], []);
        return touched.Count == 0 || Eliminate(Pivot());
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
        if (touched.Count == 0)
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
        touched.Clear();
        values.Clear();
        var firstStamp = stamp + 1;
        for (var i = 0; i < cells.Length; i++)
        {
            AddValues(cells[i], coefficients.IsEmpty ? 1 : coefficients[i], ++stamp, firstStamp);
        }

        var kept = 0;
        for (var i = 0; i < touched.Count; i++)
        {
            if (values[i] != 0)
            {
                (touched[kept], values[kept]) = (touched[i], values[i]);
                kept++;
            }
        }

        touched.RemoveRange(kept, touched.Count - kept);
        values.RemoveRange(kept, values.Count - kept);
    }

    /// <summary>
    /// Adds what one cell contributes to the functional. A move can be listed twice under a cell; the cell's own stamp
    /// lets it count once, and any stamp of this functional tells that the move has a place in the list already.
    /// </summary>
    private void AddValues(int cell, long coefficient, int cellStamp, int firstStamp)
    {
        foreach (var move in moves.ListedOf(cell))
        {
            if (stamps[move] == cellStamp || !moves.IsAlive(move))
            {
                continue;
            }

            if (stamps[move] < firstStamp)
            {
                places[move] = touched.Count;
                touched.Add(move);
                values.Add(0);
            }

            stamps[move] = cellStamp;
            values[places[move]] = checked(values[places[move]] + coefficient * moves.CoefficientAt(move, cell));
        }
    }

    /// <summary>The place in <see cref="touched"/> of the move to eliminate with: small value, then short, then first.</summary>
    private int Pivot()
    {
        var best = 0;
        for (var i = 1; i < touched.Count; i++)
        {
            var (size, bestSize) = (Math.Abs(values[i]), Math.Abs(values[best]));
            if (size < bestSize || (size == bestSize && moves.Length(touched[i]) < moves.Length(touched[best])))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>A protected cell whose row over the basis is a multiple of the fixed cell's, or −1.</summary>
    private int InSeries(int pivot, int cell, bool[] isProtected)
    {
        foreach (var entry in moves.Entries(touched[pivot]))
        {
            var other = PackedMove.CellOf(entry);
            if (isProtected[other] && moves.Count(other) == touched.Count && other != cell
                && IsParallel(other, PackedMove.CoefficientOf(entry), values[pivot]))
            {
                return other;
            }
        }

        return -1;
    }

    private bool IsParallel(int other, long atPivot, long pivotValue)
    {
        for (var i = 0; i < touched.Count; i++)
        {
            if (moves.CoefficientAt(touched[i], other) * pivotValue != atPivot * values[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool FitsAll(int pivot)
    {
        for (var i = 0; i < touched.Count; i++)
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
        return (Int128)Math.Abs(scale) * moves.Magnitude(touched[target]) + (Int128)Math.Abs(shift) * moves.Magnitude(touched[pivot])
            <= int.MaxValue;
    }

    /// <summary>The factors with which scale·target − shift·pivot has the value 0.</summary>
    private (long Scale, long Shift) Factors(int target, int pivot)
    {
        var (p, t) = (values[pivot], values[target]);
        var divisor = PackedMove.GreatestCommonDivisor(Math.Abs(p), Math.Abs(t));
        return p > 0 ? (p / divisor, t / divisor) : (-p / divisor, -t / divisor);
    }

    private bool Eliminate(int pivot)
    {
        var isComplete = true;
        for (var i = 0; i < touched.Count; i++)
        {
            if (i == pivot)
            {
                continue;
            }

            if (Fits(i, pivot))
            {
                var (scale, shift) = Factors(i, pivot);
                moves.Combine(touched[i], scale, touched[pivot], shift);
            }
            else
            {
                // Fewer moves prove less, never something untrue.
                moves.Drop(touched[i]);
                isComplete = false;
            }
        }

        moves.Drop(touched[pivot]);
        return isComplete;
    }
}
