using Publish.Codes;
using Publish.Csv.Faults;

namespace Publish.Csv.Sources;

/// <summary>Recognises files that are no delimited text by their first bytes.</summary>
internal static class FileKind
{
    /// <summary>What a file is, if it is recognisably something else.</summary>
    /// <param name="head">Its first bytes, at most <see cref="LookAhead.Length"/>.</param>
    public static (Code Code, FaultDetail Detail)? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return IsSpreadsheet(head) ? (CsvCodes.ExcelFile, FaultDetail.None) : (CsvCodes.ForeignFile, FaultDetail.ZipArchive);
        }

        // The container of Office 97 to 2003.
        if (head is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..])
        {
            return (CsvCodes.ExcelFile, FaultDetail.None);
        }

        var detail = DetailOf(head);
        return detail == FaultDetail.None ? null : (CsvCodes.ForeignFile, detail);
    }

    /// <summary>How a file is compressed, as its first bytes tell.</summary>
    public static Compression CompressionOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x1F, 0x8B, 8, ..] => Compression.Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..] => Compression.Zstd,
        _ => Compression.None,
    };

    // Office Open XML starts with its list of types or one of its folders; OpenDocument with its media type.
    private static bool IsSpreadsheet(ReadOnlySpan<byte> head) =>
        head.IndexOf("[Content_Types].xml"u8) >= 0
        || head.IndexOf("_rels/"u8) >= 0
        || head.IndexOf("docProps/"u8) >= 0
        || head.IndexOf("xl/"u8) >= 0
        || head.IndexOf("opendocument.spreadsheet"u8) >= 0;

    private static FaultDetail DetailOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return FaultDetail.PdfDocument;
        }

        if (head.StartsWith("PAR1\u0015"u8))
        {
            return FaultDetail.ParquetFile;
        }

        if (head.StartsWith("SQLite format 3\0"u8))
        {
            return FaultDetail.DatabaseFile;
        }

        if (head is [(byte)'B', (byte)'Z', (byte)'h', _, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, ..]
            or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..]
            or [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..]
            or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..])
        {
            return FaultDetail.OtherArchive;
        }

        return IsWebPage(head) ? FaultDetail.HtmlPage : FaultDetail.None;
    }

    private static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        Span<char> start = stackalloc char[int.Min(head.Length, 16)];
        System.Text.Encoding.Latin1.GetChars(head[..start.Length], start);
        ReadOnlySpan<char> text = start;
        text = text.TrimStart();
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
