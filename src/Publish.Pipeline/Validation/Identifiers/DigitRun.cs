namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>Reads a fixed number of digits with optional single separators at known places.</summary>
internal static class DigitRun
{
    /// <summary>Reads the digits of a text.</summary>
    /// <param name="text">ASCII digits, bare or with a space or hyphen at each of the given places.</param>
    /// <param name="digits">Receives the digits' values; its length says how many there must be.</param>
    /// <param name="separators">Positions in the separated form where a space or hyphen stands.</param>
    /// <returns><see langword="true"/> when the text is exactly that.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> digits, ReadOnlySpan<int> separators)
    {
        var separated = text.Length == digits.Length + separators.Length;
        if (!separated && text.Length != digits.Length)
        {
            return false;
        }

        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (separated && separators.Contains(i))
            {
                if (text[i] is not ((byte)' ' or (byte)'-'))
                {
                    return false;
                }

                continue;
            }

            if (!char.IsAsciiDigit((char)text[i]))
            {
                return false;
            }

            digits[next++] = (byte)(text[i] - '0');
        }

        return true;
    }
}
