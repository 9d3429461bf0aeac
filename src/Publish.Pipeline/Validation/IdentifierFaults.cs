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
    /// <param name="workers">What each worker counted.</param>
    /// <returns>At most one group, with a finding for each column and kind of identifier.</returns>
    public static IEnumerable<FindingGroup> Of(GroupingPlan plan, IReadOnlyList<UploadWorker> workers)
    {
        var findings = new List<Finding>();
        for (var column = 0; column < plan.Columns.Count; column++)
        {
            var scans = workers.Select(worker => worker.Scans[column]).OfType<IdentifierScan>().ToArray();
            var filled = scans.Sum(scan => scan.Filled);
            for (var p = 0; filled > 0 && p < IdentifierPatterns.All.Count; p++)
            {
                var share = scans.Sum(scan => scan.Matches[p]) / (double)filled;
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
