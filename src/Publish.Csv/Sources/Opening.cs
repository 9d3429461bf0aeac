using Publish.Codes;
using Publish.Csv.Faults;

namespace Publish.Csv.Sources;

/// <summary>Looks at the first bytes of a file and decides whether there is any sense in reading it as declared.</summary>
internal static class Opening
{
    /// <summary>Opens a file's text.</summary>
    /// <param name="file">The file as it comes.</param>
    /// <param name="unpacked">The same, unpacked as declared.</param>
    /// <param name="text">The same, decoded; opened here.</param>
    /// <param name="format">What is declared.</param>
    /// <param name="faults">Takes the reason where it is not to be read.</param>
    public static bool Accepts(
        CountedSource file, UnpackedSource unpacked, DecodedText text, CsvFormat format, FaultLog faults)
    {
        var encoding = format.Encoding;
        var markLength = 0;
        var refusal = Refusal(file, unpacked, text, format)
            ?? ByteOrderMark.Check(text.Head, ref encoding, out markLength);
        if (refusal is null && text.Head.Length == markLength)
        {
            refusal = (CsvCodes.EmptyFile, FaultDetail.None);
        }

        if (refusal is { } reason)
        {
            faults.Add(reason.Code, -1, Fault.OfFile(reason.Detail));
            return false;
        }

        text.Open(encoding, markLength);
        return true;
    }

    private static (Code Code, FaultDetail Detail)? Refusal(
        CountedSource file, UnpackedSource unpacked, DecodedText text, CsvFormat format)
    {
        if (file.Head.IsEmpty)
        {
            return (CsvCodes.EmptyFile, FaultDetail.None);
        }

        var kind = FileKind.Of(file.Head);
        if (kind is not null)
        {
            return kind;
        }

        var compression = FileKind.CompressionOf(file.Head);
        if (compression != format.Compression)
        {
            return format.Compression == Compression.None
                ? (CsvCodes.UndeclaredCompression, compression == Compression.Gzip ? FaultDetail.Gzip : FaultDetail.Zstd)
                : (CsvCodes.CompressionError, format.Compression == Compression.Gzip ? FaultDetail.NotGzip : FaultDetail.NotZstd);
        }

        kind = FileKind.Of(text.Head);
        return kind ?? (text.Head.IsEmpty && unpacked.Damage != FaultDetail.None
            ? (CsvCodes.CompressionError, unpacked.Damage)
            : null);
    }
}
