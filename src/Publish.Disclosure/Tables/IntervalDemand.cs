namespace Publish.Disclosure.Tables;

/// <summary>
/// One measure that the tables publish, and how far around its true value an intruder must be left in doubt about each
/// suppressed cell.
/// </summary>
/// <remarks>
/// The intruder's interval of a cell is [min, max] over all tables that agree with everything published: classes ≥ 0,
/// cells ≥ <see cref="Least"/>, all of them whole where <see cref="IsWhole"/>. It must contain
/// [value − <see cref="Lower"/>, value + <see cref="Upper"/>] (Hundepool et al., <em>Handbook on Statistical Disclosure
/// Control</em>, 2024, ch. 4: the protection levels).
/// </remarks>
public sealed record IntervalDemand
{
    /// <summary>
    /// The measure of each class, in units of its last decimal: one entry a row of a system of contributions, one entry
    /// a cell where the system is given by equations. Absolute values are taken: none is below 0.
    /// </summary>
    public required Int128[] ClassValues { get; init; }

    /// <summary>
    /// Which sum of the class table the measure is; <see langword="null"/> (the default) for the count of respondents.
    /// </summary>
    public int? Sum { get; init; }

    /// <summary>
    /// Which number of respondents with or without a value the measure is; <see langword="null"/> (the default) for the
    /// count of all, and for sums.
    /// </summary>
    public ContributorCount? Contributors { get; init; }

    /// <summary>For each cell, how far below its value the interval must reach; at least 0. 0 asks for nothing.</summary>
    public required Int128[] Lower { get; init; }

    /// <summary>For each cell, how far above its value the interval must reach; at least 0. 0 asks for nothing.</summary>
    public required Int128[] Upper { get; init; }

    /// <summary>True where everyone knows that the measure is whole (counts). Default: false.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// What everyone knows each cell to be at least: 1 for the count of a listed cell. <see langword="null"/> (the
    /// default) for 0 everywhere.
    /// </summary>
    public Int128[]? Least { get; init; }
}
