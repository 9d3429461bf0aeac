namespace Publish.Disclosure.Tables;

/// <summary>
/// A changing sparse matrix of moves: entries by move, and for each cell the moves that change it. The lists by cell
/// may name moves that do not change the cell any more, or twice; <see cref="Count"/> is exact.
/// </summary>
internal sealed class MoveStore
{
    /// <summary>The moves (see <see cref="PackedMove"/>), with room at the end; null when gone.</summary>
    private readonly long[]?[] _moves;
    private readonly int[] _lengths;
    private readonly int[] _magnitudes;
    private readonly int[]?[] _movesOf;
    private readonly int[] _movesOfLength;
    private readonly int[] _counts;
    private long[] _merged = new long[256];

    public MoveStore(int cellCount, SparseRows basis, int[] order)
    {
        _moves = new long[basis.RowCount][];
        _lengths = new int[basis.RowCount];
        _magnitudes = new int[basis.RowCount];
        _counts = new int[cellCount];
        _movesOf = new int[cellCount][];
        _movesOfLength = new int[cellCount];
        foreach (var cell in basis.Cells)
        {
            _counts[cell]++;
        }

        for (var cell = 0; cell < cellCount; cell++)
        {
            _movesOf[cell] = new int[_counts[cell]];
        }

        for (var move = 0; move < basis.RowCount; move++)
        {
            Add(move, basis, order[move]);
        }
    }

    /// <summary>The number of moves that change a cell.</summary>
    public int Count(int cell) => _counts[cell];

    public bool IsAlive(int move) => _moves[move] is not null;

    public int Length(int move) => _lengths[move];

    /// <summary>The largest absolute coefficient of a move.</summary>
    public int Magnitude(int move) => _magnitudes[move];

    public Span<long> Entries(int move) => _moves[move].AsSpan(0, _lengths[move]);

    public int CoefficientAt(int move, int cell) => PackedMove.CoefficientAt(Entries(move), cell);

    public ReadOnlySpan<int> ListedOf(int cell) => _movesOf[cell].AsSpan(0, _movesOfLength[cell]);

    /// <summary>Stops listing the moves that change a cell; they are still counted.</summary>
    public void Settle(int cell)
    {
        _movesOf[cell] = null;
        _movesOfLength[cell] = 0;
    }

    /// <summary>Replaces a move by scale·move − shift·other, which must fit 32 bits.</summary>
    public void Combine(int move, long scale, int other, long shift)
    {
        var a = Entries(move);
        var b = Entries(other);
        if (_merged.Length < a.Length + b.Length)
        {
            _merged = new long[2 * (a.Length + b.Length)];
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
                _merged[n++] = PackedMove.Pack(cell, (int)value);
                magnitude = Math.Max(magnitude, (int)Math.Abs(value));
                if (x != cell)
                {
                    List(cell, move);
                }
            }
            else
            {
                _counts[cell]--;
            }
        }

        Store(move, _merged.AsSpan(0, n), magnitude);
    }

    private void List(int cell, int move)
    {
        _counts[cell]++;
        if (_movesOf[cell] is { } list)
        {
            if (_movesOfLength[cell] == list.Length)
            {
                Array.Resize(ref _movesOf[cell], Math.Max(4, 2 * list.Length));
            }

            _movesOf[cell]![_movesOfLength[cell]++] = move;
        }
    }

    private void Store(int move, ReadOnlySpan<long> entries, int magnitude)
    {
        if (entries.IsEmpty)
        {
            _moves[move] = null;
            _lengths[move] = 0;
            return;
        }

        if (_moves[move]!.Length < entries.Length)
        {
            _moves[move] = new long[entries.Length + entries.Length / 4];
        }

        entries.CopyTo(_moves[move]);
        _lengths[move] = entries.Length;
        _magnitudes[move] = magnitude;
        if (magnitude > 1)
        {
            _magnitudes[move] /= PackedMove.Reduce(Entries(move));
        }
    }

    /// <summary>Gives a move up.</summary>
    public void Drop(int move)
    {
        foreach (var entry in Entries(move))
        {
            _counts[PackedMove.CellOf(entry)]--;
        }

        _moves[move] = null;
        _lengths[move] = 0;
    }

    private void Add(int move, SparseRows basis, int row)
    {
        var (from, to) = (basis.Starts[row], basis.Starts[row + 1]);
        var entries = new long[to - from];
        for (var e = from; e < to; e++)
        {
            var cell = basis.Cells[e];
            entries[e - from] = PackedMove.Pack(cell, basis.Coefficient(e));
            _magnitudes[move] = Math.Max(_magnitudes[move], Math.Abs(basis.Coefficient(e)));
            _movesOf[cell]![_movesOfLength[cell]++] = move;
        }

        Array.Sort(entries);
        _moves[move] = entries;
        _lengths[move] = entries.Length;
    }
}
