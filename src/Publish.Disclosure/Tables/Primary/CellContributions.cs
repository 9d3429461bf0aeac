namespace Publish.Disclosure.Tables.Primary;

/// <summary>What a <see cref="SensitivityRule"/> sees of one cell.</summary>
public readonly ref struct CellContributions
{
    /// <summary>f: distinct respondents (or holdings) in the cell.</summary>
    public long Respondents { get; init; }

    /// <summary>Those of them with a value of the measure.</summary>
    public long Contributors { get; init; }

    /// <summary>
    /// X: the sum of the absolute contributions, weighted where the measure is, in units of the last decimals.
    /// </summary>
    public Int128 Total { get; init; }

    /// <summary>
    /// The largest contributions by absolute value, descending: as many as the rules ask for, or all there are. A rule
    /// takes those that are not there for 0.
    /// </summary>
    public ReadOnlySpan<Contribution> Largest { get; init; }

    /// <summary>What a weight of 1 is in the units of <see cref="Contribution.Weighted"/>; 1 where there are no weights.</summary>
    public Int128 UnitWeight { get; init; }

    /// <summary>Whether every value that is added up is the same one. False where there is none.</summary>
    public bool IsConstant { get; init; }

    /// <summary>The absolute value of the i-th largest contribution, from 0, in the units of <see cref="Total"/>.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="OverflowException">The value leaves the range of <see cref="Int128"/>.</exception>
    public Int128 SizeOf(int index) =>
        index < Largest.Length ? checked(Largest[index].Size * UnitWeight) : 0;
}
