using System.Buffers;

namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>
/// A full British postcode (unit level, about fifteen addresses): outward code, optional space, a digit and two letters,
/// or GIR 0AA (BS 7666; Royal Mail, Programmer's Guide to PAF).
/// </summary>
internal sealed class FullPostcode : IIdentifierPattern
{
    private static readonly SearchValues<byte> NotInward = SearchValues.Create("CIKMOV"u8);

    /// <inheritdoc />
    public string Name => "full postcodes";

    /// <inheritdoc />
    public int MinimumLength => 5;

    /// <inheritdoc />
    public int MaximumLength => 8;

    /// <inheritdoc />
    public double TellingShare => 0.25;

    /// <inheritdoc />
    public bool CanStartWith(byte first) => char.IsAsciiLetterUpper((char)first);

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> text)
    {
        var inward = text[^3..];
        var outward = text[..^3];
        if (outward[^1] == (byte)' ')
        {
            outward = outward[..^1];
        }

        return (outward.SequenceEqual("GIR"u8) && inward.SequenceEqual("0AA"u8)) || (IsDigit(inward[0]) && IsLetter(inward[1]) && IsLetter(inward[2])
            && !inward[1..].ContainsAny(NotInward)
            && IsOutward(outward));
    }

    // A9, A99, A9A, AA9, AA99, AA9A.
    private static bool IsOutward(ReadOnlySpan<byte> outward)
    {
        if (outward.Length is < 2 or > 4 || !IsLetter(outward[0]))
        {
            return false;
        }

        var district = IsLetter(outward[1]) ? outward[2..] : outward[1..];
        return district.Length switch
        {
            1 => IsDigit(district[0]),
            2 => IsDigit(district[0]) && (IsDigit(district[1]) || IsLetter(district[1])),
            _ => false,
        };
    }

    private static bool IsDigit(byte letter) => char.IsAsciiDigit((char)letter);

    private static bool IsLetter(byte letter) => char.IsAsciiLetterUpper((char)letter);
}
