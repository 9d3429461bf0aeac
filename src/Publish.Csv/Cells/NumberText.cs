using System.Buffers;
using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Says why a text is not the number it should be.</summary>
internal static class NumberText
{
    private static SearchValues<byte> NumberCharacters { get; } = SearchValues.Create("0123456789,."u8);

    public static FaultDetail Explain(ReadOnlySpan<byte> cell, char mark, bool mayHaveDecimals)
    {
        if (cell[0] == ' ' || cell[^1] == ' ')
        {
            return FaultDetail.Spaces;
        }

        if (cell[0] == '+')
        {
            return FaultDetail.PlusSign;
        }

        var number = cell[0] == '-' ? cell[1..] : cell;
        if (number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            return Whole(number);
        }

        return mayHaveDecimals ? WithDecimals(number, (byte)mark) : FaultDetail.None;
    }

    private static FaultDetail Whole(ReadOnlySpan<byte> number) => number switch
    {
        [] => FaultDetail.None,
        [(byte)'0'] => FaultDetail.NegativeZero,
        [(byte)'0', ..] => FaultDetail.LeadingZeros,
        _ => FaultDetail.OutOfRange,
    };

    private static FaultDetail WithDecimals(ReadOnlySpan<byte> number, byte mark)
    {
        var other = (byte)(mark == '.' ? ',' : '.');
        if (number.ContainsAnyExcept(NumberCharacters))
        {
            return FaultDetail.None;
        }

        if (number.Contains(other))
        {
            return FaultDetail.OtherDecimalMark;
        }

        var at = number.IndexOf(mark);
        if (at <= 0 || at == number.Length - 1 || number[(at + 1)..].Contains(mark))
        {
            return FaultDetail.None;
        }

        return number[0] == '0' && at > 1 ? FaultDetail.LeadingZeros : FaultDetail.TooManyDecimals;
    }
}
