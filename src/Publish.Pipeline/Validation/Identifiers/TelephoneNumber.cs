namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>
/// A British telephone number: <c>0</c> or <c>+44</c> and nine or ten digits that start with 1, 2, 3, 7 or 8, with
/// optional spaces, hyphens and brackets (Ofcom, National Telephone Numbering Plan).
/// </summary>
internal sealed class TelephoneNumber : IIdentifierPattern
{
    /// <inheritdoc />
    public string Name => "telephone numbers";

    /// <inheritdoc />
    public int MinimumLength => 10;

    /// <inheritdoc />
    public int MaximumLength => 20;

    /// <inheritdoc />
    public double TellingShare => 0.05;

    /// <inheritdoc />
    public bool CanStartWith(byte first) => first is (byte)'0' or (byte)'+' or (byte)'(';

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[20];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit((char)text[i]))
            {
                digits[count++] = text[i];
            }
            else if (text[i] is not ((byte)' ' or (byte)'-' or (byte)'(' or (byte)')') && !(i == 0 && text[i] == (byte)'+'))
            {
                return false;
            }
        }

        var number = digits[..count];
        var national = text[0] == (byte)'+'
            ? number.StartsWith("44"u8) ? number[2..] : default
            : number.StartsWith("0"u8) ? number[1..] : default;
        return national.Length is 9 or 10 && "12378"u8.Contains(national[0]);
    }
}
