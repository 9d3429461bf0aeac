namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>
/// A payment card number: 13 to 19 digits, bare or in groups, that start as the large schemes' do and pass the Luhn check
/// (ISO/IEC 7812-1, annex B).
/// </summary>
internal sealed class PaymentCard : IIdentifierPattern
{
    /// <inheritdoc />
    public string Name => "payment card numbers";

    /// <inheritdoc />
    public int MinimumLength => 13;

    /// <inheritdoc />
    public int MaximumLength => 23;

    /// <inheritdoc />
    public double TellingShare => 0.5;

    /// <inheritdoc />
    public bool CanStartWith(byte first) => first is >= (byte)'2' and <= (byte)'6';

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[23];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit((char)letter))
            {
                digits[count++] = (byte)(letter - '0');
            }
            else if (letter is not ((byte)' ' or (byte)'-'))
            {
                return false;
            }
        }

        return count is >= 13 and <= 19 && PassesLuhn(digits[..count]);
    }

    private static bool PassesLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (int)digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9;
        }

        return sum % 10 == 0;
    }
}
