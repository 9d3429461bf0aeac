using Publish.Disclosure.Tables.Primary;

namespace Publish.Pipeline.Grouping;

/// <summary>Who adds how much to which class, as far as rules ask.</summary>
/// <param name="Tables">The contributions to each measure of the plan; <see langword="null"/> where no rule asks.</param>
/// <param name="Holdings">Distinct holdings by class, or <see langword="null"/> where respondents stand for themselves.</param>
internal sealed record GroupedContributions(IReadOnlyList<ContributionTable?> Tables, RespondentCount? Holdings)
{
    /// <summary>No rule asks.</summary>
    public static GroupedContributions None { get; } = new([], null);
}
