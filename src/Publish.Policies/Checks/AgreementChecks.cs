using Publish.Policies.Columns;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether an agreement suits the columns.</summary>
internal static class AgreementChecks
{
    public static void Check(Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        foreach (var disclosed in (policy.Agreement?.Discloses ?? []).Where(disclosed => !columns.ContainsKey(disclosed.Column)))
        {
            UnknownColumns.Report(PolicyPositions.PathOf("agreement", "discloses", disclosed.Column), disclosed.Column, columns, log);
        }

        if (policy.Agreement is { SpecialCategory: null }
            && policy.Columns.FirstOrDefault(column => column.IsSpecialCategory) is { } special)
        {
            log.Judge(
                PolicyPositions.PathOf("columns", special.Name, "specialCategory"),
                ColumnCodes.SpecialCategory,
                null,
                "/agreement/specialCategory");
        }
    }
}
