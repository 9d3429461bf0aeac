using Publish.Codes;

namespace Publish.Csv.Faults;

/// <summary>Faults in words: places, declared names and numbers, never a text of the file.</summary>
internal static class FaultText
{
    /// <summary>The report's groups of a log.</summary>
    public static IReadOnlyList<FaultGroup> Groups(FaultLog log, IReadOnlyList<CsvColumn> columns) =>
        [.. log.Kinds().Select(kind => Group(kind, kind.Column < 0 ? null : columns[kind.Column].Name))];

    private static FaultGroup Group(FaultKind kind, string? name)
    {
        FaultPlace[] places = [.. kind.First.Select(fault => new FaultPlace(fault.Row, fault.Line, fault.Position, name))];
        Finding[] findings =
            [.. kind.First.Zip(places, (fault, place) => new Finding(kind.Code, place.ToString(), Sentence(fault)))];
        return new FaultGroup(kind.Code, name, kind.Count, findings, places);
    }

    private static string? Sentence(Fault fault) => fault.Detail switch
    {
        FaultDetail.None => null,
        FaultDetail.ZipArchive => "It is a ZIP archive.",
        FaultDetail.PdfDocument => "It is a PDF document.",
        FaultDetail.ParquetFile => "It is a Parquet file, and the policy declares delimited text.",
        FaultDetail.DatabaseFile => "It is a SQLite database.",
        FaultDetail.OtherArchive => "It is an archive of a kind that is not read.",
        FaultDetail.HtmlPage => "It is a web page, perhaps an error or a sign-in page.",
        FaultDetail.Gzip => "It is compressed with gzip.",
        FaultDetail.Zstd => "It is compressed with Zstandard.",
        FaultDetail.NotGzip => "It does not start as gzip data does.",
        FaultDetail.NotZstd => "It does not start as Zstandard data does.",
        FaultDetail.ChecksumDiffers => "A checksum or length does not match the content.",
        FaultDetail.Truncated => "The compressed data ends too early.",
        FaultDetail.TrailingBytes => "Other bytes follow the compressed data.",
        FaultDetail.Damaged => "The compressed data is damaged.",
        FaultDetail.LooksUtf8 => "The mark is that of UTF-8.",
        FaultDetail.LooksUtf16 => "The file looks like UTF-16.",
        FaultDetail.LooksUtf16LittleEndian => "The mark is that of UTF-16, low byte first.",
        FaultDetail.LooksUtf16BigEndian => "The mark is that of UTF-16, high byte first.",
        FaultDetail.MostBytes => FormattableString.Invariant($"At most {fault.Found} bytes are allowed."),
        FaultDetail.CellCount => FormattableString.Invariant($"It has {fault.Found}, not {fault.Wanted}."),
        FaultDetail.LongestRecord => FormattableString.Invariant($"At most {fault.Found} bytes are allowed."),
        FaultDetail.QuoteOpenedHere => "The quote opens here.",
        FaultDetail.Empty => "It is empty, and empty is not a missing mark of the column.",
        FaultDetail.Spaces => "It has spaces before or after the value.",
        FaultDetail.LeadingZeros => "It starts with a zero that a number would lose: declare the column as text if it is a code.",
        FaultDetail.NegativeZero => "It is a negative zero.",
        FaultDetail.OutOfRange => "It does not fit in 64 bits.",
        FaultDetail.TooManyDecimals => "It has more decimals than are declared.",
        FaultDetail.PlusSign => "It has a plus sign.",
        FaultDetail.OtherDecimalMark => "It may have the other decimal mark, or separators of thousands.",
        FaultDetail.NotOnCalendar => "It is written as declared, but there is no such date or time.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
