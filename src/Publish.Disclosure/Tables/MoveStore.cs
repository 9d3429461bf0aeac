namespace Publish.Disclosure.Tables;

/// <summary>
/// A changing sparse matrix of moves: entries by move, and for each cell the moves that change it. The lists by cell
/// may name moves that do not change the cell any more, or twice; <see cref="Count"/> is exact.
/// </summary>
internal sealed class MoveStore
{
    /// <summary>The moves (see <see cref="PackedMove"/>), with room at the end; null when gone.</summary>
    private readonly long[]?[] moves;
    private readonly int[] lengths;
    private readonly int[] magnitudes;
    private readonly int[]?[] movesOf;
    private readonly int[] movesOfLength;
    private readonly int[] counts;
    private long[] merged = new long[256];

    public MoveStore(int cellCount, SparseRows basis, int[] order)
    {
        moves = new long[basis.RowCount][];
        lengths = new int[basis.RowCount];
        magnitudes = new int[basis.RowCount];
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

    /// <summary>The number of moves that change a cell.</summary>
    public int Count(int cell) => counts[cell];

    public bool IsAlive(int move) => moves[move] is not null;

    public int Length(int move) => lengths[move];

    /// <summary>The largest absolute coefficient of a move.</summary>
    public int Magnitude(int move) => magnitudes[move];

    public Span<long> Entries(int move) => moves[move].AsSpan(0, lengths[move]);

    public int CoefficientAt(int move, int cell) => PackedMove.CoefficientAt(Entries(move), cell);

    public ReadOnlySpan<int> ListedOf(int cell) => movesOf[cell].AsSpan(0, movesOfLength[cell]);

    /// <summary>Stops listing the moves that change a cell; they are still counted.</summary>
    public void Settle(int cell)
    {
        movesOf[cell] = null;
        movesOfLength[cell] = 0;
    }

    /// <summary>Replaces a move by scale·move − shift·other, which must fit 32 bits.</summary>
    public void Combine(int move, long scale, int other, long shift)
    {
        var a = Entries(move);
        var b = Entries(other);
        if (merged.Length < a.Length + b.Length)
        {
            merged = new long[2 * (a.Length + b.Length)];
        }

        var (i, j, n, magnitude) = (0, 0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            var x = i < a.Length ? PackedMove.CellOf(a[i]) : int.MaxValue;
            var y = j < b.Length ? PackedMove.CellOf(b[j]) : int.MaxValue;
            var cell = Math.Min(x, y);
            var value = (x == cell ? scale * PackedMove.CoefficientOf(a[i]) : 0) - (y == cell ? shift * PackedMove.CoefficientOf(b[j]) : 0);
            i += x == cell ? 1 : 0;
            j += y == cell ? 1 : 0;
            if (value != 0)
            {
                merged[n++] = PackedMove.Pack(cell, (int)value);
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
            magnitudes[move] /= PackedMove.Reduce(Entries(move));
        }
    }

    /// <summary>Gives a move up.</summary>
    public void Drop(int move)
    {
        foreach (var entry in Entries(move))
        {
            counts[PackedMove.CellOf(entry)]--;
        }

        moves[move] = null;
        lengths[move] = 0;
    }

    private void Add(int move, SparseRows basis, int row)
    {
        var (from, to) = (basis.Starts[row], basis.Starts[row + 1]);
        var entries = new long[to - from];
        for (var e = from; e < to; e++)
        {
            var cell = basis.Cells[e];
            entries[e - from] = PackedMove.Pack(cell, basis.Coefficient(e));
            magnitudes[move] = Math.Max(magnitudes[move], Math.Abs(basis.Coefficient(e)));
            movesOf[cell]![movesOfLength[cell]++] = move;
        }

        Array.Sort(entries);
        moves[move] = entries;
        lengths[move] = entries.Length;
    }
}
