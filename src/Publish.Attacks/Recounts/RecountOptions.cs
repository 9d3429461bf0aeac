namespace Publish.Attacks.Recounts;

/// <summary>What a recount holds a table to.</summary>
public sealed record RecountOptions
{
    /// <summary>t, the smallest frequency that may be published; 0 (the default) for none.</summary>
    public Int128 Threshold { get; init; }

    /// <summary>The counted measures that are frequencies f; they need not be published. By default <c>count</c> alone.</summary>
    public IReadOnlyList<string> Frequencies { get; init; } = ["count"];

    /// <summary>
    /// Whether the table publishes every combination of levels, totals included (the default), or only those that at
    /// least one of its rows shows.
    /// </summary>
    public bool ExpectsAllCombinations { get; init; } = true;

    /// <summary>
    /// Whether the published numbers must be exactly those counted, whatever they are said to be rounded to: the count has
    /// been rounded too. A counted cell of which all numbers are 0 may then have no row. Default no.
    /// </summary>
    public bool IsCountPerturbed { get; init; }
}
