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
    /// <summary>Moves, each an ascending list of packed entries: the cell above, the coefficient in the low 32 bits.</summary>
    private readonly long[]?[] moves;
    private readonly int[] lengths;
    private readonly int[] magnitudes;

    /// <summary>For each cell the moves that changed it when they were listed; some may not any more.</summary>
    private readonly int[]?[] movesOf;
    private readonly int[] movesOfLength;

    /// <summary>For each cell the exact number of moves that change it.</summary>
    private readonly int[] counts;

    private readonly int[] stamps;
    private readonly int[] places;
    private readonly List<int> touched = [];
    private readonly List<long> values = [];
    private int stamp;
    private long[] merged = new long[256];

    /// <summary>Creates the space spanned by rows that are linearly independent, or become so as cells are fixed.</summary>
    /// <param name="cellCount">The number of cells.</param>
    /// <param name="basis">The rows.</param>
    /// <param name="order">The rows in the order in which they are preferred as pivots.</param>
    public MoveSpace(int cellCount, SparseRows basis, int[] order)
    {
        moves = new long[basis.RowCount][];
        lengths = new int[basis.RowCount];
        magnitudes = new int[basis.RowCount];
        stamps = new int[basis.RowCount];
        places = new int[basis.RowCount];
        counts = new int[cellCount];
        movesOf = new int[cellCount][];
        movesOfLength = new int[cellCount];
        foreach (var cell in basis.Cells)
        {
            counts[cell]++;
        }

        for (var cell = 0; cell < cellCount; cell++)
        {
            movesOf[cell] = new int[counts[cell]];
        }

        for (var move = 0; move < basis.RowCount; move++)
        {
            Add(move, basis, order[move]);
        }
    }

    /// <summary>The number of basis moves that change a cell; 0 when the cell is solved.</summary>
    public int Count(int cell) => counts[cell];

    /// <summary>Forgets which moves change a cell that will never be fixed, so that the lists stay short.</summary>
    public void Settle(int cell) => movesOf[cell] = null;

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

    private void Add(int move, SparseRows basis, int row)
    {
        var (from, to) = (basis.Starts[row], basis.Starts[row + 1]);
        var entries = new long[to - from];
        for (var e = from; e < to; e++)
        {
            var cell = basis.Cells[e];
            entries[e - from] = Pack(cell, basis.Coefficient(e));
            magnitudes[move] = Math.Max(magnitudes[move], Math.Abs(basis.Coefficient(e)));
            movesOf[cell]![movesOfLength[cell]++] = move;
        }

        Array.Sort(entries);
        moves[move] = entries;
        lengths[move] = entries.Length;
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
        foreach (var move in movesOf[cell].AsSpan(0, movesOfLength[cell]))
        {
            if (moves[move] is null || stamps[move] == cellStamp)
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
            values[places[move]] = checked(values[places[move]] + coefficient * CoefficientAt(move, cell));
        }
    }

    private int CoefficientAt(int move, int cell)
    {
        var entries = moves[move].AsSpan(0, lengths[move]);
        var low = 0;
        var high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var at = CellOf(entries[middle]);
            if (at == cell)
            {
                return (int)entries[middle];
            }

            if (at < cell)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return 0;
    }

    /// <summary>The place in <see cref="touched"/> of the move to eliminate with: small value, then short, then first.</summary>
    private int Pivot()
    {
        var best = 0;
        for (var i = 1; i < touched.Count; i++)
        {
            var (size, bestSize) = (Math.Abs(values[i]), Math.Abs(values[best]));
            if (size < bestSize || (size == bestSize && lengths[touched[i]] < lengths[touched[best]]))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>A protected cell whose row over the basis is a multiple of the fixed cell's, or −1.</summary>
    private int InSeries(int pivot, int cell, bool[] isProtected)
    {
        var move = touched[pivot];
        foreach (var entry in moves[move].AsSpan(0, lengths[move]))
        {
            var other = CellOf(entry);
            if (isProtected[other] && counts[other] == touched.Count && other != cell
                && IsParallel(other, (int)entry, values[pivot]))
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
            if (CoefficientAt(touched[i], other) * pivotValue != atPivot * values[i])
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
        return (Int128)Math.Abs(scale) * magnitudes[touched[target]] + (Int128)Math.Abs(shift) * magnitudes[touched[pivot]]
            <= int.MaxValue;
    }

    /// <summary>The factors with which scale·target − shift·pivot has the value 0.</summary>
    private (long Scale, long Shift) Factors(int target, int pivot)
    {
        var (p, t) = (values[pivot], values[target]);
        var divisor = GreatestCommonDivisor(Math.Abs(p), Math.Abs(t));
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
                Combine(i, pivot);
            }
            else
            {
                // Fewer moves prove less, never something untrue.
                Drop(touched[i]);
                isComplete = false;
            }
        }

        Drop(touched[pivot]);
        return isComplete;
    }

    private void Combine(int target, int pivot)
    {
        var (scale, shift) = Factors(target, pivot);
        var move = touched[target];
        var a = moves[move].AsSpan(0, lengths[move]);
        var b = moves[touched[pivot]].AsSpan(0, lengths[touched[pivot]]);
        if (merged.Length < a.Length + b.Length)
        {
            merged = new long[2 * (a.Length + b.Length)];
        }

        var (i, j, n, magnitude) = (0, 0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            var x = i < a.Length ? CellOf(a[i]) : int.MaxValue;
            var y = j < b.Length ? CellOf(b[j]) : int.MaxValue;
            var cell = Math.Min(x, y);
            var value = (x == cell ? scale * (int)a[i] : 0) - (y == cell ? shift * (int)b[j] : 0);
            i += x == cell ? 1 : 0;
            j += y == cell ? 1 : 0;
            if (value != 0)
            {
                merged[n++] = Pack(cell, (int)value);
                magnitude = Math.Max(magnitude, (int)Math.Abs(value));
                if (x != cell)
                {
                    List(cell, move);
                }
            }
            else
            {
                counts[cell]--;
            }
        }

        Store(move, merged.AsSpan(0, n), magnitude);
    }

    private void List(int cell, int move)
    {
        counts[cell]++;
        if (movesOf[cell] is { } list)
        {
            if (movesOfLength[cell] == list.Length)
            {
                Array.Resize(ref movesOf[cell], Math.Max(4, 2 * list.Length));
            }

            movesOf[cell]![movesOfLength[cell]++] = move;
        }
    }

    private void Store(int move, ReadOnlySpan<long> entries, int magnitude)
    {
        if (entries.IsEmpty)
        {
            moves[move] = null;
            lengths[move] = 0;
            return;
        }

        if (moves[move]!.Length < entries.Length)
        {
            moves[move] = new long[entries.Length + entries.Length / 4];
        }

        entries.CopyTo(moves[move]);
        lengths[move] = entries.Length;
        magnitudes[move] = magnitude;
        if (magnitude > 1)
        {
            Reduce(move);
        }
    }

    /// <summary>Divides a move by what all its coefficients have in common.</summary>
    private void Reduce(int move)
    {
        var entries = moves[move].AsSpan(0, lengths[move]);
        var divisor = 0L;
        foreach (var entry in entries)
        {
            divisor = GreatestCommonDivisor(Math.Abs((int)entry), divisor);
            if (divisor == 1)
            {
                return;
            }
        }

        foreach (ref var entry in entries)
        {
            entry = Pack(CellOf(entry), (int)((int)entry / divisor));
        }

        magnitudes[move] = (int)(magnitudes[move] / divisor);
    }

    private void Drop(int move)
    {
        foreach (var entry in moves[move].AsSpan(0, lengths[move]))
        {
            counts[CellOf(entry)]--;
        }

        moves[move] = null;
        lengths[move] = 0;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private static long Pack(int cell, int coefficient) => ((long)cell << 32) | (uint)coefficient;

    private static int CellOf(long entry) => (int)(entry >> 32);
}
