using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables;

/// <summary>A table to publish: the cross product of the levels asked for, with its rules.</summary>
/// <param name="Name">The release's name; only carried through.</param>
/// <param name="Keys">The dimensions, at most one a key. None at all is a table of the grand total only.</param>
/// <param name="Threshold">t: the smallest number of respondents a published cell may have, at least 1.</param>
public sealed record TableRequest(string Name, IReadOnlyList<TableKey> Keys, int Threshold)
{
    /// <summary>Whether empty cells are published. Default: they are.</summary>
    public ZeroTreatment Zeros { get; init; } = ZeroTreatment.Published;

    /// <summary>The measures published beside the counts. Default: none.</summary>
    public IReadOnlyList<TableMeasure> Measures { get; init; } = [];

    /// <summary>
    /// What suppressing a cell costs: the index into <see cref="Measures"/> of the measure whose absolute sum is lost,
    /// or <see langword="null"/> (the default) for the number of respondents.
    /// </summary>
    public int? CostMeasure { get; init; }

    /// <summary>The rules beside the minimum frequency; those of a measure hold for every measure. Default: none.</summary>
    public IReadOnlyList<SensitivityRule> Rules { get; init; } = [];

    /// <summary>Every rule of the table, the minimum frequency first; a cell is called primary for the first that says so.</summary>
    internal IEnumerable<SensitivityRule> AllRules =>
    [
        new MinimumFrequency(Threshold), new MinimumContributors(Threshold), new MinimumNonContributors(Threshold), .. Rules,
    ];
}
