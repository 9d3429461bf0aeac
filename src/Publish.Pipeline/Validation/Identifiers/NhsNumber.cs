namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>
/// An NHS number: ten digits, optionally as 3 3 4, the last a modulus-11 check digit (NHS Data Dictionary, "NHS NUMBER").
/// </summary>
internal sealed class NhsNumber : IIdentifierPattern
{
    private const int Digits = 10;

    /// <inheritdoc />
    public string Name => "NHS numbers";

    /// <inheritdoc />
    public int MinimumLength => Digits;

    /// <inheritdoc />
    public int MaximumLength => Digits + 2;

    /// <inheritdoc />
    public double TellingShare => 0.5;

    /// <inheritdoc />
    public bool CanStartWith(byte first) => char.IsAsciiDigit((char)first);

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[Digits];
        return DigitRun.TryRead(text, digits, [3, 7]) && CheckDigit(digits[..9]) == digits[9];
    }

    private static int CheckDigit(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += digits[i] * (Digits - i);
        }

        return (11 - (sum % 11)) % 11;
    }
}
