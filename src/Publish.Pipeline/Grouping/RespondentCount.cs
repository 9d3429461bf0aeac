using Publish.Disclosure;
using Publish.Disclosure.Perturbation;

namespace Publish.Pipeline.Grouping;

/// <summary>Distinct respondents by class.</summary>
/// <param name="ByClass">Distinct respondents of each class.</param>
/// <param name="Overlaps">The respondents in several classes.</param>
internal sealed record RespondentCount(long[] ByClass, RespondentOverlaps Overlaps)
{
    /// <summary>The sums of the respondents' record keys, where they were asked for.</summary>
    public RecordKeySums? RecordKeys { get; init; }
}
