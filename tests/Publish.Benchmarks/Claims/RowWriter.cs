using System.Buffers.Text;

namespace Publish.Benchmarks.Claims;

/// <summary>Writes the cells of one row of CSV, one after the other.</summary>
/// <param name="target">Where to; long enough.</param>
internal ref struct RowWriter(Span<byte> target)
{
    private readonly Span<byte> _target = target;
    private int _length;

    /// <summary>Writes the row's first cell.</summary>
    /// <param name="number">A number.</param>
    public void Number(long number)
    {
        _ = Utf8Formatter.TryFormat(number, _target[_length..], out var written);
        _length += written;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    public void Cell(int number)
    {
        Byte((byte)',');
        Number(number);
    }

    /// <summary>Writes a text that needs no quotes.</summary>
    /// <param name="text">The text.</param>
    public void Cell(ReadOnlySpan<byte> text)
    {
        Byte((byte)',');
        Text(text);
    }

    /// <summary>Writes an amount with two decimals.</summary>
    /// <param name="pence">The amount in hundredths, 0 or more.</param>
    public void Pence(int pence)
    {
        Cell(pence / 100);
        Byte((byte)'.');
        TwoDigits(pence % 100);
    }

    /// <summary>Writes a day of the claims' month.</summary>
    /// <param name="day">The day, from 0.</param>
    public void Day(int day)
    {
        Cell("2026-10-"u8);
        TwoDigits(ClaimsShape.FirstDay.Day + day);
    }

    /// <summary>Writes one to three words; one note in sixteen is quoted, with a comma and quotes inside.</summary>
    /// <param name="words">Eight words.</param>
    /// <param name="bits">What to write.</param>
    public void Note(byte[][] words, ulong bits)
    {
        var quoted = bits >> 60 == 0;
        Cell(quoted ? "\"said \"\"no\"\", "u8 : default);
        for (var word = 0; word <= (int)(bits % 3); word++)
        {
            Text(word == 0 ? default : " "u8);
            Text(words[(bits >> (8 + (3 * word))) & 7]);
        }

        Text(quoted ? "\""u8 : default);
    }

    /// <summary>Ends the row.</summary>
    /// <returns>Its bytes.</returns>
    public int End()
    {
        Byte((byte)'\n');
        return _length;
    }

    private void TwoDigits(int number)
    {
        Byte((byte)('0' + (number / 10)));
        Byte((byte)('0' + (number % 10)));
    }

    private void Text(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(_target[_length..]);
        _length += text.Length;
    }

    private void Byte(byte value) => _target[_length++] = value;
}
