using Publish.Csv;

namespace Publish.Pipeline.Grouping;

/// <summary>What the one pass over the rows has to fill.</summary>
/// <param name="Columns">The declared columns, in the order of a batch.</param>
/// <param name="Keys">The keys of the class table that come from columns.</param>
/// <param name="Presence">
/// Columns of measures that may be missing: for each, one more key that is 1 where the measure has a value and 0 where not.
/// </param>
/// <param name="Measures">Columns whose sums are kept.</param>
/// <param name="Respondent">The column that names the respondent, or <see langword="null"/> where a row is one.</param>
/// <param name="Holding">The column that names a respondent's holding, or <see langword="null"/> where no rule needs one.</param>
/// <param name="Contributions">Whose contributions have to be kept, or <see langword="null"/> where no rule asks.</param>
/// <param name="Unique">Columns in which no value may occur twice.</param>
/// <param name="PublishedTexts">Text columns that are published as they are without being keys of the class table.</param>
/// <param name="Scanned">For each column, whether personal identifiers are looked for in it.</param>
internal sealed record GroupingPlan(
    IReadOnlyList<CsvColumn> Columns,
    IReadOnlyList<KeyPlan> Keys,
    IReadOnlyList<int> Presence,
    IReadOnlyList<int> Measures,
    int? Respondent,
    int? Holding,
    ContributionPlan? Contributions,
    IReadOnlyList<int> Unique,
    IReadOnlyList<int> PublishedTexts,
    IReadOnlyList<bool> Scanned)
{
    /// <summary>
    /// The place in <see cref="Measures"/> of the sampling weights that all other measures are multiplied with, or
    /// <see langword="null"/> (the default).
    /// </summary>
    public int? Weight { get; init; }

    /// <summary>The column of weights that are in a measure's sum, or <see langword="null"/> where none are.</summary>
    /// <param name="measure">An index into <see cref="Measures"/>.</param>
    public int? WeightOf(int measure) => Weight is { } weight && weight != measure ? Measures[weight] : null;

    /// <summary>Codes in a class's tuple: those of <see cref="Keys"/>, then those of <see cref="Presence"/>.</summary>
    public int CodeCount => Keys.Count + Presence.Count;
}
