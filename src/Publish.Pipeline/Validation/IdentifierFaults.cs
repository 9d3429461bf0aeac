using System.Globalization;
using Publish.Codes;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation.Identifiers;

namespace Publish.Pipeline.Validation;

/// <summary>Judges by shares which columns hold personal identifiers.</summary>
internal static class IdentifierFaults
{
    /// <summary>Judges every scanned column.</summary>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="counts">What each worker, or part, counted, by column; <see langword="null"/> where no look was taken.</param>
    /// <returns>At most one group, with a finding for each column and kind of identifier.</returns>
    public static IEnumerable<FindingGroup> Of(GroupingPlan plan, IReadOnlyList<IReadOnlyList<IdentifierCounts?>> counts)
    {
        var findings = new List<Finding>();
        for (var column = 0; column < plan.Columns.Count; column++)
        {
            var sum = IdentifierCounts.Sum([.. counts.Select(c => c[column]).OfType<IdentifierCounts>()]);
            for (var p = 0; sum.Filled > 0 && p < IdentifierPatterns.All.Count; p++)
            {
                var share = sum.Matches[p] / (double)sum.Filled;
                if (share >= IdentifierPatterns.All[p].TellingShare)
                {
                    findings.Add(FindingOf(plan, column, IdentifierPatterns.All[p], share));
                }
            }
        }

        return FindingGroup.Of(findings);
    }

    private static Finding FindingOf(GroupingPlan plan, int column, IIdentifierPattern pattern, double share) =>
        new(
            ValidationCodes.PersonalIdentifiers,
            $"column '{plan.Columns[column].Name}'",
            string.Create(CultureInfo.InvariantCulture, $"{share:P0} of its filled cells look like {pattern.Name}."));
}
