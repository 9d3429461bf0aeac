using Publish.Codes;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Validation;

/// <summary>Reports the key values that cannot be used, over all workers, in the order of the file.</summary>
internal static class KeyFaultReport
{
    /// <summary>Gathers the workers' faults.</summary>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="workers">What each worker met.</param>
    /// <param name="listed">How many to list of each kind and column.</param>
    /// <returns>One group a kind and column.</returns>
    public static IEnumerable<FindingGroup> Of(GroupingPlan plan, IReadOnlyList<UploadWorker> workers, int listed)
    {
        foreach (var fault in workers.SelectMany(w => w.KeyFaults.Counts.Keys).Distinct().Order())
        {
            var code = CodeOf(fault.Kind);
            var column = plan.Columns[fault.Column].Name;
            yield return new FindingGroup(
                code,
                workers.Sum(w => w.KeyFaults.Counts.GetValueOrDefault(fault)),
                [.. workers.SelectMany(w => w.KeyFaults.First(fault)).Order().Take(listed)
                    .Select(place => RowPlace.Finding(code, place, column))]);
        }
    }

    private static Code CodeOf(int kind) => kind switch
    {
        KeyCoder.Formula => ValidationCodes.FormulaText,
        KeyCoder.Reserved => ValidationCodes.ReservedText,
        _ => ValidationCodes.OutsideHierarchy,
    };
}
