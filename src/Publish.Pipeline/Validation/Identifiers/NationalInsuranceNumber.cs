using System.Buffers;
using System.Text;

namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>
/// A National Insurance number: two letters, six digits, a letter A to D, optionally in pairs
/// (HMRC, National Insurance Manual NIM39110: letters and prefixes that are not used).
/// </summary>
internal sealed class NationalInsuranceNumber : IIdentifierPattern
{
    private static readonly SearchValues<byte> NotInPrefix = SearchValues.Create("DFIQUV"u8);
    private static readonly string[] UnusedPrefixes = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];

    /// <inheritdoc />
    public string Name => "National Insurance numbers";

    /// <inheritdoc />
    public int MinimumLength => 9;

    /// <inheritdoc />
    public int MaximumLength => 13;

    /// <inheritdoc />
    public double TellingShare => 0.01;

    /// <inheritdoc />
    public bool CanStartWith(byte first) => char.IsAsciiLetterUpper((char)first);

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> text)
    {
        if (text.Length is not (9 or 13))
        {
            return false;
        }

        Span<byte> packed = stackalloc byte[9];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text.Length == 13 && i % 3 == 2)
            {
                if (text[i] != (byte)' ')
                {
                    return false;
                }

                continue;
            }

            packed[length++] = text[i];
        }

        return HasShape(packed) && !UnusedPrefixes.Contains(Encoding.ASCII.GetString(packed[..2]));
    }

    private static bool HasShape(ReadOnlySpan<byte> packed) =>
        !packed[2..8].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && packed[8] is >= (byte)'A' and <= (byte)'D'
        && !packed[..2].ContainsAnyExceptInRange((byte)'A', (byte)'Z')
        && !packed[..2].ContainsAny(NotInPrefix)
        && packed[1] != (byte)'O';
}
