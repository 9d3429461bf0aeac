using Publish.Codes;
using Publish.Csv.Faults;

namespace Publish.Csv.Sources;

/// <summary>Compares the first bytes of a text with the encoding declared.</summary>
internal static class ByteOrderMark
{
    private const int LeastJudged = 16;
    private const int MostJudged = 64;

    /// <summary>Finds the encoding to use.</summary>
    /// <param name="head">The first bytes of the unpacked file.</param>
    /// <param name="declared">The encoding declared; becomes the one to use, with its byte order.</param>
    /// <param name="length">The length of the mark, to be passed over.</param>
    /// <returns>What contradicts the declaration, or none.</returns>
    public static (Code Code, FaultDetail Detail)? Check(ReadOnlySpan<byte> head, ref TextEncoding declared, out int length)
    {
        var mark = Of(head, out length);
        if (mark is null)
        {
            return CheckWithout(head, declared);
        }

        var fits = mark == declared || (declared == TextEncoding.Utf16 && mark != TextEncoding.Utf8);
        declared = mark.Value;
        return fits ? null : (CsvCodes.ByteOrderMark, DetailOf(mark.Value));
    }

    private static TextEncoding? Of(ReadOnlySpan<byte> head, out int length)
    {
        (TextEncoding? mark, length) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
            [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
            _ => ((TextEncoding?)null, 0),
        };
        return mark;
    }

    private static (Code Code, FaultDetail Detail)? CheckWithout(ReadOnlySpan<byte> head, TextEncoding declared) => declared switch
    {
        TextEncoding.Utf16 => (CsvCodes.MissingByteOrderMark, FaultDetail.None),
        TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian => null,
        _ => LooksUtf16(head) ? (CsvCodes.EncodingError, FaultDetail.LooksUtf16) : null,
    };

    private static FaultDetail DetailOf(TextEncoding mark) => mark switch
    {
        TextEncoding.Utf16LittleEndian => FaultDetail.LooksUtf16LittleEndian,
        TextEncoding.Utf16BigEndian => FaultDetail.LooksUtf16BigEndian,
        _ => FaultDetail.LooksUtf8,
    };

    // Labels are mostly Latin letters, of which UTF-16 makes every other byte zero.
    private static bool LooksUtf16(ReadOnlySpan<byte> head)
    {
        Span<int> zeros = [0, 0];
        var judged = int.Min(head.Length, MostJudged);
        for (var i = 0; i < judged; i++)
        {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }

        return judged >= LeastJudged && int.Min(zeros[0], zeros[1]) == 0 && int.Max(zeros[0], zeros[1]) > judged / 4;
    }
}
