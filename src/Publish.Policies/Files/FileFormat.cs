namespace Publish.Policies.Files;

/// <summary>How uploads are written. What is not declared has the default; nothing is guessed.</summary>
public sealed record FileFormat
{
    /// <summary>The kind of file. Default delimited text.</summary>
    public FileKind Kind { get; init; }

    /// <summary>How characters are stored. Default UTF-8.</summary>
    public FileEncoding Encoding { get; init; }

    /// <summary>What parts cells: an ASCII character that is no letter, digit, quote, line end or NUL. Default comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>What parts decimals: <c>.</c> or <c>,</c>. Default full stop.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>How dates are written: <c>yyyy</c>, <c>MM</c>, <c>dd</c>. Default <c>yyyy-MM-dd</c>.</summary>
    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>How timestamps are written, or <see langword="null"/> for ISO 8601.</summary>
    public string? TimestampFormat { get; init; }

    /// <summary>How the file is compressed. Default not at all.</summary>
    public FileCompression Compression { get; init; }

    /// <summary>The texts that mean "no value". Default the empty text.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = [""];

    /// <summary>The longest record in bytes of UTF-8, 64 to 67,108,864 (64 MiB). Default 1 MiB.</summary>
    public int MaximumRecordBytes { get; init; } = 1 << 20;

    /// <summary>The most bytes of an upload once decompressed, 1 to 2^40 (1 TiB). Default 2^40.</summary>
    public long MaximumBytes { get; init; } = 1L << 40;
}
