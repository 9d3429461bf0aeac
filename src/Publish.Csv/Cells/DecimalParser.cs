using System.Numerics;
using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Parses <see cref="CellType.Decimal"/>.</summary>
internal readonly struct DecimalParser(char mark, int scale) : ICellParser
{
    private const ulong Ones = 0x0101010101010101;

    private readonly ulong _marks = mark * Ones;

    public bool TryParse(ReadOnlySpan<byte> buffer, int start, int length, out long value)
    {
        var negative = buffer[start] == '-';
        if (negative)
        {
            start++;
            length--;
        }

        value = 0;
        if (length == 0 || (buffer[start] == '0' && length > 1 && buffer[start + 1] != mark))
        {
            return false;
        }

        var parsed = length <= Digits.Word
            ? TryShort(Digits.Load(buffer, start), length, out var magnitude)
            : TryLong(buffer.Slice(start, length), out magnitude);
        value = negative ? (long)(0 - magnitude) : (long)magnitude;
        return parsed && magnitude <= (negative ? 1UL << 63 : long.MaxValue);
    }

    public FaultDetail Explain(ReadOnlySpan<byte> cell) => NumberText.Explain(cell, mark, mayHaveDecimals: true);

    // Takes the mark out of the word and reads what is left as digits.
    private bool TryShort(ulong word, int length, out ulong magnitude)
    {
        var different = word ^ _marks;
        var equal = (different - Ones) & ~different & (Ones << 7) & (ulong.MaxValue >> ((Digits.Word - length) * 8));
        var decimals = 0;
        if (equal != 0)
        {
            var whole = BitOperations.TrailingZeroCount(equal) >> 3;
            decimals = length - 1 - whole;
            magnitude = 0;
            if (whole == 0 || decimals == 0)
            {
                return false;
            }

            var low = (1UL << (whole * 8)) - 1;
            word = (word & low) | ((word >> 8) & ~low);
            length--;
        }

        return Digits.TryParse(word, length, out magnitude) && TryScale(ref magnitude, decimals);
    }

    private bool TryScale(ref ulong magnitude, int decimals)
    {
        var power = (ulong)Digits.PowersOfTen[int.Abs(scale - decimals)];
        if (decimals <= scale)
        {
            var overflow = Math.BigMul(magnitude, power, out magnitude);
            return overflow == 0;
        }

        (magnitude, var rest) = Math.DivRem(magnitude, power);
        return rest == 0;
    }

    private bool TryLong(ReadOnlySpan<byte> number, out ulong magnitude)
    {
        magnitude = 0;
        var decimals = -1;
        foreach (var character in number)
        {
            var digit = (uint)character - '0';
            if (digit <= 9 && decimals == scale)
            {
                // Beyond the scale only zeros, which change nothing.
                if (digit != 0)
                {
                    return false;
                }
            }
            else if (digit <= 9)
            {
                if (magnitude > (1UL << 63) / 10)
                {
                    return false;
                }

                magnitude = (magnitude * 10) + digit;
                decimals += decimals < 0 ? 0 : 1;
            }
            else if (character != mark || decimals >= 0)
            {
                return false;
            }
            else
            {
                decimals = 0;
            }
        }

        return number[0] != mark && number[^1] != mark && TryScale(ref magnitude, int.Max(decimals, 0));
    }
}
