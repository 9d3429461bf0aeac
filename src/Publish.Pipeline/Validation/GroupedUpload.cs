using Publish.Disclosure;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Perturbation;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Validation;

/// <summary>An upload without a fault, counted into classes.</summary>
/// <param name="Facts">The file as it was read.</param>
/// <param name="Plan">What the pass filled.</param>
/// <param name="Classes">The class table: a column a key of the plan, then one a presence.</param>
/// <param name="Hierarchies">
/// The hierarchy of each key of the plan, from its finest level needed; then one of two categories a presence.
/// </param>
internal sealed record GroupedUpload(
    UploadFacts Facts, GroupingPlan Plan, ClassTable Classes, IReadOnlyList<KeyHierarchy> Hierarchies)
{
    /// <summary>The sums of the respondents' record keys, where a cell key asks for them.</summary>
    public RecordKeySums? RecordKeys { get; init; }
}
