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

    /// <summary>
    /// Keys of the table, by their index in <see cref="ClassTable.Codes"/>, whose categories are secrets: where everyone of
    /// a margin is in one category, that the others are empty is one too. Default: none.
    /// </summary>
    public IReadOnlyList<int> GroupKeys { get; init; } = [];

    /// <summary>The measures published beside the counts. Default: none.</summary>
    public IReadOnlyList<TableMeasure> Measures { get; init; } = [];

    /// <summary>What suppressing a cell costs. Default: its respondents.</summary>
    public CellCost Cost { get; init; } = CellCost.Respondents;

    /// <summary>The rules beside the minimum frequency; those of a measure hold for every measure. Default: none.</summary>
    public IReadOnlyList<SensitivityRule> Rules { get; init; } = [];

    /// <summary>
    /// Cells that stay hidden whatever the rules say of them, since an earlier version of the table that readers have hid
    /// them; those that are empty by now are passed over. Default: none.
    /// </summary>
    public IReadOnlyList<HiddenCell> HiddenBefore { get; init; } = [];

    /// <summary>Whether a cell that the table lists may be empty.</summary>
    internal bool ListsEmptyCells => Zeros == ZeroTreatment.Protected || GroupKeys.Count > 0;

    /// <summary>Every rule of the table, the minimum frequency first; a cell is called primary for the first that says so.</summary>
    internal IEnumerable<SensitivityRule> AllRules =>
    [
        new MinimumFrequency(Threshold), new MinimumContributors(Threshold), new MinimumNonContributors(Threshold), .. Rules,
    ];

    /// <summary>What the levels of a grouping set make of a cell's cost: the product of theirs.</summary>
    /// <param name="index">The set, by its place among the request's own: the last key's level fastest.</param>
    /// <returns>Above 0; infinite where one of the levels is to be kept.</returns>
    internal double LevelCost(int index)
    {
        var cost = 1.0;
        foreach (var key in Keys.Reverse())
        {
            (index, var level) = Math.DivRem(index, key.Levels.Count);
            cost *= key.LevelCosts.Count == 0 ? 1 : key.LevelCosts[level];
        }

        return cost;
    }
}
