using System.Text.RegularExpressions;

namespace Publish.Csv;

/// <summary>One declared column and the rules its cells must meet.</summary>
/// <param name="Name">The label in the header row, matched exactly: no trimming, no change of capitals.</param>
/// <param name="Type">The type of every cell.</param>
/// <remarks>
/// A cell that is a missing mark has no value: only <see cref="Required"/> applies. Quotes around a cell make no
/// difference (RFC 4180), so a quoted mark is a mark as well.
/// </remarks>
public sealed record CsvColumn(string Name, CellType Type)
{
    /// <summary>The largest <see cref="Scale"/>: 10^18 is the largest power of ten in 64 bits.</summary>
    public const int MaximumScale = 18;

    /// <summary>Decimals kept, 0 to <see cref="MaximumScale"/>; for <see cref="CellType.Decimal"/> only. Default 0.</summary>
    public int Scale { get; init; }

    /// <summary>The least value, in the cell's encoding, or none. Not for text.</summary>
    public long? Minimum { get; init; }

    /// <summary>The greatest value, in the cell's encoding, or none. Not for text.</summary>
    public long? Maximum { get; init; }

    /// <summary>
    /// A regular expression the whole text of a cell must match, or none. Invariant culture, case-sensitive, without
    /// backtracking, so no lookarounds or backreferences and linear time whatever the text.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>The permitted texts, or none: then every text is permitted. Compared byte for byte, for every type.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether a missing cell is a fault. Default no.</summary>
    public bool Required { get; init; }

    /// <summary>The texts that mean "no value" in this column; when <see langword="null"/>, the format's.</summary>
    public IReadOnlyList<string>? MissingMarks { get; init; }

    /// <summary>
    /// The texts of true, for <see cref="CellType.Boolean"/>. Default <c>true</c>, <c>True</c>, <c>TRUE</c>, <c>1</c>, as
    /// in Frictionless Table Schema.
    /// </summary>
    public IReadOnlyList<string> TrueValues { get; init; } = ["true", "True", "TRUE", "1"];

    /// <summary>
    /// The texts of false, for <see cref="CellType.Boolean"/>. Default <c>false</c>, <c>False</c>, <c>FALSE</c>, <c>0</c>,
    /// as in Frictionless Table Schema.
    /// </summary>
    public IReadOnlyList<string> FalseValues { get; init; } = ["false", "False", "FALSE", "0"];

    /// <summary>Whether a text can be used as <see cref="Pattern"/>.</summary>
    /// <param name="pattern">The regular expression.</param>
    /// <returns>False where it does not parse, or needs backtracking.</returns>
    public static bool IsPattern(string pattern)
    {
        try
        {
            _ = WholeCell(pattern);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    internal static Regex WholeCell(string pattern)
    {
        // Parsed alone first: "a)|(?:b" would only balance once it is wrapped.
        _ = new Regex(pattern, Options);
        return new Regex($@"\A(?:{pattern})\z", Options);
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
}
