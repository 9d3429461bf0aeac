using System.Text.Unicode;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>
/// Columns to be filled, up to <see cref="Capacity"/> rows at a time. Rows start without NULLs; texts start empty;
/// other values start with no meaning. One thread may use it at a time.
/// </summary>
public sealed unsafe class DuckChunkWriter
{
    /// <summary>The most rows of one chunk (DuckDB's vector size).</summary>
    public const int Capacity = 2048;

    private readonly DuckType[] _types;
    private readonly nint[] _vectors;
    private readonly nint[] _values;
    private readonly nint[] _validity;

    internal DuckChunkWriter(IEnumerable<DuckType> types)
    {
        _types = [.. types];
        _vectors = new nint[_types.Length];
        _values = new nint[_types.Length];
        _validity = new nint[_types.Length];
    }

    /// <summary>The columns' types.</summary>
    public IReadOnlyList<DuckType> Types => _types;

    /// <summary>One column's values, in place.</summary>
    /// <typeparam name="T">The type's <see cref="DuckType.ValueType"/>.</typeparam>
    /// <param name="column">The column, from 0.</param>
    /// <returns>Room for <see cref="Capacity"/> values, valid until the chunk is handed over.</returns>
    /// <exception cref="InvalidOperationException">The column is of another type.</exception>
    public Span<T> Values<T>(int column)
        where T : unmanaged =>
        typeof(T) == _types[column].ValueType
            ? new((void*)Attached(column), Capacity)
            : throw new InvalidOperationException($"A column of type {_types[column]} does not take {typeof(T).Name}.");

    /// <summary>Makes a row NULL.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="row">The row, from 0.</param>
    public void SetNull(int column, int row)
    {
        _ = Attached(column);
        CheckRow(row);
        if (_validity[column] == 0)
        {
            NativeChunk.VectorMakeValidity(_vectors[column]);
            _validity[column] = NativeChunk.VectorValidity(_vectors[column]);
        }

        ((ulong*)_validity[column])[row / 64] &= ~(1UL << (row % 64));
    }

    /// <summary>Writes a text.</summary>
    /// <param name="column">A text column, from 0.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="text">The text as UTF-8; it is copied.</param>
    /// <exception cref="ArgumentException">The bytes are not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">The column holds no text.</exception>
    public void SetUtf8(int column, int row, ReadOnlySpan<byte> text)
    {
        if (_types[column].Kind != DuckTypeKind.Varchar)
        {
            throw new InvalidOperationException($"A column of type {_types[column]} does not take text.");
        }

        CheckRow(row);
        if (!Utf8.IsValid(text))
        {
            throw new ArgumentException("The text is not UTF-8.", nameof(text));
        }

        var slot = (NativeText*)Attached(column) + row;
        if (text.Length <= NativeText.InlinedBytes)
        {
            // The bytes behind a short text are zero: DuckDB compares all sixteen.
            *slot = default;
            slot->Length = text.Length;
            text.CopyTo(new(slot->Inlined, NativeText.InlinedBytes));
            return;
        }

        fixed (byte* bytes = text)
        {
            NativeChunk.AssignText(_vectors[column], (ulong)row, bytes, (ulong)text.Length);
        }
    }

    /// <summary>Points at a fresh chunk.</summary>
    internal void Attach(nint chunk)
    {
        for (var column = 0; column < _types.Length; column++)
        {
            _vectors[column] = NativeChunk.Vector(chunk, (ulong)column);
            _values[column] = NativeChunk.VectorValues(_vectors[column]);
            _validity[column] = 0;
            if (_types[column].ValueType is null)
            {
                // What lay here before points into memory that is gone.
                new Span<NativeText>((void*)_values[column], Capacity).Clear();
            }
        }
    }

    /// <summary>Points at nothing, so that a writer kept too long throws instead of writing.</summary>
    internal void Detach() => Array.Clear(_values);

    private nint Attached(int column) =>
        _values[column] != 0
            ? _values[column]
            : throw new InvalidOperationException("The chunk has been handed over.");

    private static void CheckRow(int row) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Capacity);
}
