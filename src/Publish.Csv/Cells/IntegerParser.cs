using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Parses <see cref="CellType.Integer"/>.</summary>
internal readonly struct IntegerParser : ICellParser
{
    private const int LongestWords = 2 * Digits.Word;
    private const int Longest = 19;

    public bool TryParse(ReadOnlySpan<byte> buffer, int start, int length, out long value)
    {
        var negative = buffer[start] == '-';
        if (negative)
        {
            start++;
            length--;
        }

        var parsed = TryMagnitude(buffer, start, length, out var magnitude);
        value = negative ? (long)(0 - magnitude) : (long)magnitude;
        return parsed
            && (length == 1 || buffer[start] != '0')
            && (negative ? magnitude - 1 < 1UL << 63 : magnitude < 1UL << 63);
    }

    public FaultDetail Explain(ReadOnlySpan<byte> cell) => NumberText.Explain(cell, '.', mayHaveDecimals: false);

    private static bool TryMagnitude(ReadOnlySpan<byte> buffer, int start, int length, out ulong magnitude)
    {
        magnitude = 0;
        if (length <= Digits.Word)
        {
            return length > 0 && Digits.TryParse(Digits.Load(buffer, start), length, out magnitude);
        }

        if (length <= LongestWords)
        {
            var head = length - Digits.Word;
            var parsed = Digits.TryParse(Digits.Load(buffer, start), head, out var high);
            parsed &= Digits.TryParse(Digits.Load(buffer, start + head), Digits.Word, out var low);
            magnitude = (high * 100_000_000) + low;
            return parsed;
        }

        return length <= Longest && TryLong(buffer.Slice(start, length), out magnitude);
    }

    // Nineteen digits are less than 2^64, so nothing overflows here.
    private static bool TryLong(ReadOnlySpan<byte> digits, out ulong magnitude)
    {
        magnitude = 0;
        foreach (var character in digits)
        {
            var digit = (uint)character - '0';
            if (digit > 9)
            {
                return false;
            }

            magnitude = (magnitude * 10) + digit;
        }

        return true;
    }
}
