using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Publish.Csv.Cells;

/// <summary>
/// Eight ASCII digits at once in one 64-bit word (SWAR). The sum by three multiplications is the one D. Lemire describes
/// in "Number parsing at a gigabyte per second", Software: Practice and Experience 51 (2021).
/// </summary>
internal static class Digits
{
    /// <summary>The most digits one word holds.</summary>
    public const int Word = 8;

    private const ulong Zeros = 0x3030303030303030;

    /// <summary>Powers of ten up to 10^18.</summary>
    public static ReadOnlySpan<long> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>The eight bytes at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ReadOnlySpan<byte> buffer, int start) =>
        BinaryPrimitives.ReadUInt64LittleEndian(buffer.Slice(start, Word));

    /// <summary>Parses the first bytes of a word as digits.</summary>
    /// <param name="word">Little-endian: the first character is the lowest byte.</param>
    /// <param name="count">1 to 8.</param>
    /// <param name="value">Their value; means nothing unless the result is true.</param>
    /// <returns>Whether all of them are digits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ulong word, int count, out ulong value)
    {
        // Moves the digits to the end and puts zeros before them.
        var unused = (Word - count) * 8;
        var digits = ((word << unused) | (Zeros & ~(ulong.MaxValue << unused))) ^ Zeros;
        var valid = ((digits | (digits + 0x7676767676767676)) & 0x8080808080808080) == 0;

        digits = (digits * 10) + (digits >> 8);
        value = (((digits & 0x000000FF000000FF) * 0x000F424000000064)
            + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
        return valid;
    }
}
