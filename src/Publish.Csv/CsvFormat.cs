namespace Publish.Csv;

/// <summary>
/// How a delimited file is written: RFC 4180, with what is declared here. Records end in LF or CRLF, which may be
/// mixed because no cell depends on it; a CR alone outside quotes is a fault. The last record needs no line end. The
/// first record is the header.
/// </summary>
public sealed record CsvFormat
{
    /// <summary>The date format used unless another is declared.</summary>
    public const string IsoDate = "yyyy-MM-dd";

    /// <summary>The smallest <see cref="MaximumRecordBytes"/>.</summary>
    public const int LeastMaximumRecordBytes = 64;

    /// <summary>The largest <see cref="MaximumRecordBytes"/>: 64 MiB.</summary>
    public const int GreatestMaximumRecordBytes = 1 << 26;

    /// <summary>How characters are stored. Default UTF-8.</summary>
    public TextEncoding Encoding { get; init; }

    /// <summary>What parts cells: an ASCII character that <see cref="IsDelimiter"/> accepts. Default comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>What parts the decimals of a number: <c>.</c> or <c>,</c>. Default full stop.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>
    /// How dates are written: <c>yyyy</c>, <c>MM</c> and <c>dd</c> once each, in any order, parted by anything but
    /// letters and digits, or by nothing. Every part has its full width. Default <see cref="IsoDate"/>.
    /// </summary>
    public string DateFormat { get; init; } = IsoDate;

    /// <summary>
    /// How timestamps are written, or <see langword="null"/> (the default) for ISO 8601:
    /// <c>yyyy-MM-dd</c>, <c>T</c> or a space, <c>HH:mm:ss</c>, optionally <c>.</c> and up to nine decimals of which those
    /// beyond six must be zero, and optionally <c>Z</c> or an offset <c>±HH:mm</c>. A time with an offset is turned into
    /// UTC; one without is taken to be UTC. A declared format is of fixed width: a date as in <see cref="DateFormat"/>
    /// with <c>HH</c>, <c>mm</c> and optionally <c>ss</c>, in any order, and <c>T</c> or <c>Z</c> where written.
    /// Leap seconds and hour 24 are refused.
    /// </summary>
    public string? TimestampFormat { get; init; }

    /// <summary>How the file is compressed. Default not at all.</summary>
    public Compression Compression { get; init; }

    /// <summary>The texts that mean "no value", for columns that name none. Default the empty text.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = [""];

    /// <summary>
    /// The longest record, in bytes of UTF-8, its line end counted. Default 1 MiB; from
    /// <see cref="LeastMaximumRecordBytes"/> to <see cref="GreatestMaximumRecordBytes"/>. Memory grows with it.
    /// </summary>
    public int MaximumRecordBytes { get; init; } = 1 << 20;

    /// <summary>Whether a character can part cells: ASCII, and neither letter, digit, quote, CR, LF nor NUL.</summary>
    /// <param name="delimiter">The character.</param>
    public static bool IsDelimiter(char delimiter) =>
        char.IsAscii(delimiter) && !char.IsAsciiLetterOrDigit(delimiter) && delimiter is not ('"' or '\r' or '\n' or '\0');

    /// <summary>Whether a text can be used as <see cref="DateFormat"/>.</summary>
    /// <param name="format">The format.</param>
    public static bool IsDateFormat(string format) => Cells.DatePattern.TryCreate(format, false, out _);

    /// <summary>Whether a text can be used as <see cref="TimestampFormat"/>.</summary>
    /// <param name="format">The format.</param>
    public static bool IsTimestampFormat(string format) => Cells.DatePattern.TryCreate(format, true, out _);
}
