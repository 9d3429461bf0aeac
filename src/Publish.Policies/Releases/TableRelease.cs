namespace Publish.Policies.Releases;

/// <summary>An aggregated table: measures over the cross product of the levels asked for.</summary>
/// <param name="Name">The release's name.</param>
/// <param name="Audience">Whom it is for.</param>
public sealed record TableRelease(string Name, Audience Audience) : ReleasePolicy(Name, Audience)
{
    /// <summary>The least <see cref="Threshold"/> of a table that is not perturbed: with 1, nothing would be protected.</summary>
    public const int LeastThreshold = 2;

    /// <summary>The dimensions, in the policy's order; at least one; keys are unique.</summary>
    public required IReadOnlyList<TableDimension> By { get; init; }

    /// <summary>The measures, in the policy's order; at least one; unique.</summary>
    public required IReadOnlyList<TableMeasure> Measures { get; init; }

    /// <summary>
    /// t: the smallest number of respondents a published cell may have, at least <see cref="LeastThreshold"/>. Common
    /// are 3 (the handbook's minimum), 5 and 10.
    /// </summary>
    public required int Threshold { get; init; }

    /// <summary>The preset that <see cref="Threshold"/> and <see cref="Rules"/> come from, or <see langword="null"/>.</summary>
    public TablePreset? Preset { get; init; }

    /// <summary>The rules beside the threshold. Default: constant cells are protected.</summary>
    public TableRules Rules { get; init; } = new();

    /// <summary>How counts are rounded after suppression, or instead of it, or <see langword="null"/>.</summary>
    public RoundingPolicy? Rounding { get; init; }

    /// <summary>How counts are perturbed by the cell key method, or <see langword="null"/>.</summary>
    public CellKeyPolicy? CellKey { get; init; }

    /// <summary>Whether published counts differ from the upload's.</summary>
    public bool IsPerturbed => Rounding is not null || CellKey is not null;

    /// <summary>Whether any of <see cref="Measures"/> is of a measure column.</summary>
    public bool HasMeasureColumn => Measures.Any(measure => measure.Column is not null);

    /// <summary>Whether everyone may be told <see cref="Threshold"/>. Default no: it narrows what a hidden cell can be.</summary>
    public bool PublishThreshold { get; init; }

    /// <summary>What becomes of cells that nobody is in. Default published.</summary>
    public ZeroCells Zeros { get; init; }

    /// <summary>
    /// Keys of the table whose categories are secrets: that all respondents of a cell are in one of them is not told.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<string> GroupKeys { get; init; } = [];

    /// <summary>Whether a withheld number may be 0.</summary>
    public bool MayWithholdZeros => Zeros == ZeroCells.Protected || GroupKeys.Count > 0;

    /// <summary>
    /// The measure column whose absolute sum is what suppressing a cell costs, or <see langword="null"/> (the default)
    /// for the number of respondents. The table need not publish it.
    /// </summary>
    public string? CostColumn { get; init; }

    /// <summary>Whether every cell costs the same to suppress. Default no; never beside <see cref="CostColumn"/>.</summary>
    public bool AreCellsTheCost { get; init; }

    /// <summary>The levels whose cells are dearer, or cheaper, to suppress; a cell's factors multiply. Default: none.</summary>
    public IReadOnlyList<LevelCost> LevelCosts { get; init; } = [];

    /// <summary>The text that stands for "all" in a dimension's column. Default <c>Total</c>.</summary>
    public string TotalMark { get; init; } = "Total";

    /// <inheritdoc/>
    public override IEnumerable<string> UsedColumns =>
        By.Select(dimension => dimension.Key).Concat(Measures.SelectMany(measure => measure.Columns)).Distinct();

    /// <summary>The chart that the site draws of it, or <see langword="null"/> for none.</summary>
    public TableChart? Chart { get; init; }
}
