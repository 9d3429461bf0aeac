using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>One column of a chunk, or the elements of its lists. Valid as long as the chunk.</summary>
public readonly unsafe ref struct DuckVector
{
    private readonly nint _vector;
    private readonly void* _values;
    private readonly ulong* _validity;

    internal DuckVector(nint vector, DuckType type, int count)
    {
        _vector = vector;
        Type = type;
        Count = count;
        _values = (void*)NativeChunk.VectorValues(vector);
        _validity = (ulong*)NativeChunk.VectorValidity(vector);
    }

    /// <summary>The logical type.</summary>
    public DuckType Type { get; }

    /// <summary>How many values.</summary>
    public int Count { get; }

    /// <summary>
    /// One bit a row, from the lowest bit of the first word, set where there is a value; empty when every row has one.
    /// </summary>
    public ReadOnlySpan<ulong> Validity => _validity is null ? [] : new(_validity, (Count + 63) / 64);

    /// <summary>The stored values; those of NULL rows hold no meaning.</summary>
    /// <typeparam name="T">The type's <see cref="DuckType.ValueType"/>.</typeparam>
    /// <returns>The values.</returns>
    /// <exception cref="InvalidOperationException">The column is of another type.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged =>
        typeof(T) == Type.ValueType
            ? new(_values, Count)
            : throw new InvalidOperationException($"A column of type {Type} does not hold {typeof(T).Name}.");

    /// <summary>Whether a row is NULL.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>True for NULL.</returns>
    public bool IsNull(int row)
    {
        CheckRow(row);
        return _validity is not null && (_validity[row / 64] >> (row % 64) & 1) == 0;
    }

    /// <summary>A text as UTF-8, or a blob's bytes; empty for NULL.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The bytes, in place.</returns>
    /// <exception cref="InvalidOperationException">The column holds neither text nor blobs.</exception>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        if (Type.Kind is not (DuckTypeKind.Varchar or DuckTypeKind.Blob))
        {
            throw new InvalidOperationException($"A column of type {Type} does not hold text.");
        }

        if (IsNull(row))
        {
            return [];
        }

        var text = (NativeText*)_values + row;
        return new(text->Length <= NativeText.InlinedBytes ? text->Inlined : text->Pointer, text->Length);
    }

    /// <summary>A decimal's value times ten to the power of its scale, whatever its width.</summary>
    /// <param name="row">The row, from 0; of NULL rows the value holds no meaning.</param>
    /// <returns>The unscaled value.</returns>
    /// <exception cref="InvalidOperationException">The column is no decimal.</exception>
    public Int128 Unscaled(int row)
    {
        CheckRow(row);
        return (Type.Kind, Type.Width) switch
        {
            (not DuckTypeKind.DecimalNumber, _) => throw new InvalidOperationException($"{Type} is no decimal."),
            (_, <= 4) => ((short*)_values)[row],
            (_, <= 9) => ((int*)_values)[row],
            (_, <= 18) => ((long*)_values)[row],
            _ => ((Int128*)_values)[row],
        };
    }

    /// <summary>Where each row's list lies in <see cref="Elements"/>; those of NULL rows hold no meaning.</summary>
    /// <returns>An entry a row.</returns>
    /// <exception cref="InvalidOperationException">The column holds no lists.</exception>
    public ReadOnlySpan<DuckListEntry> Lists() => new(_values, ListCount());

    /// <summary>The elements of all rows' lists, one after the other.</summary>
    /// <returns>The elements.</returns>
    /// <exception cref="InvalidOperationException">The column holds no lists.</exception>
    public DuckVector Elements()
    {
        _ = ListCount();
        return new(NativeChunk.ListElements(_vector), Type.Element!, checked((int)NativeChunk.ListSize(_vector)));
    }

    private int ListCount() =>
        Type.Kind == DuckTypeKind.List
            ? Count
            : throw new InvalidOperationException($"A column of type {Type} does not hold lists.");

    private void CheckRow(int row) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count);
}
