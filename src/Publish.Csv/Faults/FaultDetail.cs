namespace Publish.Csv.Faults;

/// <summary>The sentence that a finding adds to its code. The texts are in <see cref="FaultText"/>.</summary>
internal enum FaultDetail : byte
{
    None,

    // Whole files.
    ZipArchive,
    PdfDocument,
    ParquetFile,
    DatabaseFile,
    OtherArchive,
    HtmlPage,
    Gzip,
    Zstd,
    NotGzip,
    NotZstd,
    ChecksumDiffers,
    Truncated,
    TrailingBytes,
    Damaged,
    LooksUtf8,
    LooksUtf16,
    LooksUtf16LittleEndian,
    LooksUtf16BigEndian,
    MostBytes,

    // Structure.
    CellCount,
    LongestRecord,
    QuoteOpenedHere,

    // Cells.
    Empty,
    Spaces,
    LeadingZeros,
    NegativeZero,
    OutOfRange,
    TooManyDecimals,
    PlusSign,
    OtherDecimalMark,
    NotOnCalendar,
}
