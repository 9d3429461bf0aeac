namespace Publish.Policies.Columns;

/// <summary>One column of the file: its type, its role, and the rules its cells must meet.</summary>
/// <param name="Name">The label in the file's header, matched exactly.</param>
/// <param name="Type">The type of every cell.</param>
/// <param name="Role">What the column is for.</param>
public sealed record ColumnPolicy(string Name, ColumnType Type, ColumnRole Role)
{
    /// <summary>The most <see cref="Decimals"/>.</summary>
    public const int MaximumDecimals = 18;

    /// <summary>The title people read. Default: the name.</summary>
    public required string Title { get; init; }

    /// <summary>What the column means, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a missing cell is a fault. Default no.</summary>
    public bool Required { get; init; }

    /// <summary>Whether two equal cells are a fault. Default no.</summary>
    public bool Unique { get; init; }

    /// <summary>Decimals kept of a decimal column, 0 to <see cref="MaximumDecimals"/>; 0 for all other types.</summary>
    public int Decimals { get; init; }

    /// <summary>
    /// The least value, or <see langword="null"/>: an integer as itself; a decimal × 10^<see cref="Decimals"/>; a date
    /// in days, a timestamp in microseconds, since 1970-01-01T00:00:00Z.
    /// </summary>
    public long? Minimum { get; init; }

    /// <summary>The greatest value, or <see langword="null"/>; encoded as <see cref="Minimum"/>.</summary>
    public long? Maximum { get; init; }

    /// <summary>
    /// A regular expression that a cell's whole text must match, or <see langword="null"/>. Without backtracking, so
    /// without lookarounds and back-references.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>The texts a cell may have, or <see langword="null"/> for any. Unique; at least one.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The texts that mean "no value" in this column; when <see langword="null"/>, the file's.</summary>
    public IReadOnlyList<string>? MissingMarks { get; init; }

    /// <summary>The texts of true in a boolean column, or <see langword="null"/> for the reader's defaults.</summary>
    public IReadOnlyList<string>? TrueValues { get; init; }

    /// <summary>The texts of false in a boolean column, or <see langword="null"/> for the reader's defaults.</summary>
    public IReadOnlyList<string>? FalseValues { get; init; }

    /// <summary>Whether it is special category data (UK GDPR Article 9). Default no.</summary>
    public bool IsSpecialCategory { get; init; }
}
