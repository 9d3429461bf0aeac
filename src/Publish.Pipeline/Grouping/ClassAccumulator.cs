namespace Publish.Pipeline.Grouping;

/// <summary>
/// The classes one worker has met, with their rows and sums: a hash table with open addressing over tuples of codes.
/// For one thread.
/// </summary>
internal sealed class ClassAccumulator
{
    private readonly int _keys;
    private readonly int _measures;
    private int[] _codes;
    private long[] _rows = new long[256];
    private MeasureTotal[] _totals;
    private int[] _slots = NewSlots(1024);

    /// <summary>Creates an empty table.</summary>
    /// <param name="keys">Codes in a class's tuple, at least 0.</param>
    /// <param name="measures">Sums a class keeps, at least 0.</param>
    public ClassAccumulator(int keys, int measures)
    {
        _keys = keys;
        _measures = measures;
        _codes = new int[256 * keys];
        _totals = new MeasureTotal[256 * measures];
    }

    /// <summary>The number of classes met.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one row into its class.</summary>
    /// <param name="codes">The row's codes.</param>
    /// <returns>The class's number in this worker.</returns>
    public int CountRow(ReadOnlySpan<int> codes) => CountRows(codes, 1);

    /// <summary>Counts rows into their class.</summary>
    /// <param name="codes">The codes of each of the rows.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <returns>The class's number in this worker.</returns>
    public int CountRows(ReadOnlySpan<int> codes, long rows)
    {
        var hash = Hash(codes);
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash >> 32) & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot];
            if (number < 0)
            {
                return Add(codes, rows, slot);
            }

            if (CodesOf(number).SequenceEqual(codes))
            {
                _rows[number] += rows;
                return number;
            }
        }
    }

    /// <summary>Finds a class.</summary>
    /// <param name="codes">Its codes.</param>
    /// <returns>Its number, or −1 where no row of it was counted. May be called by several threads at once.</returns>
    public int Find(ReadOnlySpan<int> codes)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)(Hash(codes) >> 32) & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot];
            if (number < 0 || CodesOf(number).SequenceEqual(codes))
            {
                return number;
            }
        }
    }

    /// <summary>Adds a value to a class's sum and takes it into its range.</summary>
    /// <param name="number">The class.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="value">In units of the measure's last decimal.</param>
    public void AddTo(int number, int measure, long value) => _totals[(number * _measures) + measure].Add(value);

    /// <summary>Adds what is known of a measure for some of a class's rows.</summary>
    /// <param name="number">The class.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="total">Their sum and range.</param>
    public void AddTo(int number, int measure, MeasureTotal total) => _totals[(number * _measures) + measure].Add(total);

    /// <summary>The codes of a class.</summary>
    /// <param name="number">The class.</param>
    /// <returns>One code a key.</returns>
    public ReadOnlySpan<int> CodesOf(int number) => _codes.AsSpan(number * _keys, _keys);

    /// <summary>The rows of a class.</summary>
    /// <param name="number">The class.</param>
    /// <returns>At least 1.</returns>
    public long RowsOf(int number) => _rows[number];

    /// <summary>The sum of a measure over a class, and the range of its values.</summary>
    /// <param name="number">The class.</param>
    /// <param name="measure">The measure.</param>
    /// <returns>Both in units of the measure's last decimal.</returns>
    public MeasureTotal TotalOf(int number, int measure) => _totals[(number * _measures) + measure];

    private int Add(ReadOnlySpan<int> codes, long rows, int slot)
    {
        var number = Count;
        if (number == _rows.Length)
        {
            Array.Resize(ref _rows, number * 2);
            Array.Resize(ref _codes, checked(number * 2 * _keys));
            Array.Resize(ref _totals, checked(number * 2 * _measures));
        }

        codes.CopyTo(_codes.AsSpan(number * _keys));
        _totals.AsSpan(number * _measures, _measures).Fill(MeasureTotal.Empty);
        _rows[number] = rows;
        _slots[slot] = number;
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 4);
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)(Hash(CodesOf(number)) >> 32) & mask;
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number;
        }
    }

    // Multiplicative hashing (Knuth, The Art of Computer Programming, vol. 3, 6.4) over the tuple.
    private static ulong Hash(ReadOnlySpan<int> codes)
    {
        const ulong Golden = 0x9E3779B97F4A7C15;
        ulong hash = 0;
        foreach (var code in codes)
        {
            hash = (hash ^ (uint)code) * Golden;
            hash ^= hash >> 29;
        }

        return hash * Golden;
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, -1);
        return slots;
    }
}
