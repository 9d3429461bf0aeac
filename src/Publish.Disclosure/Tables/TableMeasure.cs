using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables;

/// <summary>A measure that a table publishes (its sum, or something made of it) beside the counts.</summary>
/// <param name="Sum">The index into <see cref="ClassTable.Sums"/>.</param>
/// <param name="PresenceKey">
/// A key of the class table that is 1 where the measure has a value and 0 where it is missing, or
/// <see langword="null"/> where it never is: then every respondent contributes.
/// </param>
public sealed record TableMeasure(int Sum, int? PresenceKey = null)
{
    /// <summary>
    /// The index into <see cref="ClassTable.Sums"/> of the sampling weights that are in the sum, or <see langword="null"/>
    /// (the default) where there are none.
    /// </summary>
    public int? WeightSum { get; init; }

    /// <summary>
    /// Whether a mean is published that tells how many have a value. False (the default) where none is, or where it is divided
    /// by sampling weights.
    /// </summary>
    public bool TellsContributors { get; init; }

    /// <summary>The quantiles of contributions that are published, each above 0 and below 1. Default: none.</summary>
    public IReadOnlyList<decimal> Quantiles { get; init; } = [];

    /// <summary>Rules of this measure alone, beside those of the table. Default: none.</summary>
    public IReadOnlyList<SensitivityRule> Rules { get; init; } = [];
}
