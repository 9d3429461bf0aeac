using System.Text;

namespace Publish.Csv.Sources;

/// <summary>Transcodes an encoding of one byte for each character, whose lower half is ASCII.</summary>
/// <param name="upper">The characters of 80 to FF; NUL where the byte is not allowed.</param>
internal sealed class SingleByteTranscoder(string upper) : Transcoder
{
    private const char NotAllowed = '\0';
    private const int FirstUpper = 0x80;

    private readonly byte[][] _encoded =
        [.. upper.Select(character => character == NotAllowed ? [DecodedText.Undecodable] : Encoding.UTF8.GetBytes([character]))];

    /// <summary>ISO 8859-1 without its control codes 80–9F.</summary>
    public static string Latin1 { get; } = new string(NotAllowed, 32) + UpperLatin();

    /// <summary>
    /// Windows code page 1252, as Unicode's mapping file has it
    /// (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
    /// </summary>
    public static string Windows1252 { get; } =
        "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0" + "\0‘’“”•–—˜™š›œ\0žŸ" + UpperLatin();

    protected override int Transcode(Span<byte> input, bool last, Span<byte> text, out int used)
    {
        var written = 0;
        for (used = 0; used < input.Length;)
        {
            var ascii = input[used..].IndexOfAnyInRange((byte)FirstUpper, byte.MaxValue);
            var plain = input.Slice(used, ascii < 0 ? input.Length - used : ascii);
            plain.CopyTo(text[written..]);
            written += plain.Length;
            used += plain.Length;
            if (ascii >= 0)
            {
                var encoded = _encoded[input[used++] - FirstUpper];
                encoded.CopyTo(text[written..]);
                written += encoded.Length;
            }
        }

        return written;
    }

    private static string UpperLatin() => string.Concat(Enumerable.Range(0xA0, 96).Select(code => (char)code));
}
