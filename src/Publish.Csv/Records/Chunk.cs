using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Publish.Csv.Records;

/// <summary>Sixty-four bytes of text, asked all at once: bit i of an answer is about byte i.</summary>
internal readonly ref struct Chunk
{
    /// <summary>Bytes in a chunk.</summary>
    public const int Width = 64;

    private readonly Vector512<byte> _wide;
    private readonly Vector256<byte> _low;
    private readonly Vector256<byte> _high;

    /// <summary>Takes the chunk at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Chunk(ReadOnlySpan<byte> text, int start)
    {
        ref readonly var first = ref MemoryMarshal.GetReference(text.Slice(start, Width));
        if (Vector512.IsHardwareAccelerated)
        {
            _wide = Vector512.LoadUnsafe(in first);
        }
        else
        {
            _low = Vector256.LoadUnsafe(in first);
            _high = Vector256.LoadUnsafe(in first, Width / 2);
        }
    }

    /// <summary>Where the bytes are above 7F.</summary>
    public ulong NonAscii
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated
            ? _wide.ExtractMostSignificantBits()
            : _low.ExtractMostSignificantBits() | ((ulong)_high.ExtractMostSignificantBits() << 32);
    }

    /// <summary>Where a byte is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(byte value) => Vector512.IsHardwareAccelerated
        ? Vector512.Equals(_wide, Vector512.Create(value)).ExtractMostSignificantBits()
        : Vector256.Equals(_low, Vector256.Create(value)).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(_high, Vector256.Create(value)).ExtractMostSignificantBits() << 32);

    /// <summary>
    /// Which bytes lie inside quotes, an opening quote counted and a closing one not: the parity of the quotes so far.
    /// G. Langdale, D. Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28 (2019), section 3.1.1.
    /// </summary>
    /// <param name="quotes">Where quotes are.</param>
    /// <param name="inside">All ones if the byte before the chunk is inside, else zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Inside(ulong quotes, ulong inside)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        quotes ^= quotes << 32;
        return quotes ^ inside;
    }

    /// <summary>The bits below a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Below(int place) => place >= Width ? ulong.MaxValue : (1UL << place) - 1;

    /// <summary>The place after the highest bit, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int After(ulong bits) => Width - BitOperations.LeadingZeroCount(bits);
}
