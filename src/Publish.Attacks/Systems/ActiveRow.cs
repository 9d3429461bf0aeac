namespace Publish.Attacks.Systems;

/// <summary>A row under elimination: ascending columns with their coefficients, and what was subtracted so far.</summary>
internal sealed class ActiveRow
{
    private int[] _columns;
    private ulong[] _values;

    public ActiveRow(MersenneField field, int[] columns, long[] values)
    {
        _columns = new int[columns.Length];
        _values = new ulong[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var residue = field.Reduce(values[i]);
            if (residue != 0)
            {
                _columns[Length] = columns[i];
                _values[Length++] = residue;
            }
        }
    }

    public int Length { get; private set; }

    public ReadOnlySpan<int> Columns => _columns.AsSpan(0, Length);

    public ReadOnlySpan<ulong> Values => _values.AsSpan(0, Length);

    public List<(int Source, ulong Factor)> Operations { get; } = [];

    public ulong Coefficient(int column)
    {
        var position = Array.BinarySearch(_columns, 0, Length, column);
        return position < 0 ? 0 : _values[position];
    }

    /// <summary>Subtracts a multiple of another row and tells which columns came and which went.</summary>
    public void Subtract(MersenneField field, ulong factor, ActiveRow other, MergeBuffer buffer)
    {
        buffer.Begin(Length + other.Length);
        int i = 0, j = 0;
        var negated = field.Negate(factor);
        while (i < Length || j < other.Length)
        {
            var mine = i < Length ? _columns[i] : int.MaxValue;
            var theirs = j < other.Length ? other._columns[j] : int.MaxValue;
            if (mine < theirs)
            {
                buffer.Keep(mine, _values[i++]);
            }
            else if (theirs < mine)
            {
                buffer.Fill(theirs, field.Multiply(negated, other._values[j++]));
            }
            else
            {
                buffer.Combine(mine, field.Add(_values[i++], field.Multiply(negated, other._values[j++])));
            }
        }

        Length = buffer.CopyTo(ref _columns, ref _values);
    }
}
