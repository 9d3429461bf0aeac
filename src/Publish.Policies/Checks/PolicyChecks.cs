using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Everything about the meaning of a policy that needs neither clock nor data.</summary>
internal static class PolicyChecks
{
    public static void Check(Policy policy, ReadingLog log)
    {
        var columns = policy.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        FileChecks.Check(policy, log);
        ColumnChecks.Check(policy, log);
        RespondentChecks.Check(policy, columns, log);
        WeightChecks.Check(policy, columns, log);
        AgreementChecks.Check(policy, columns, log);
        HierarchyChecks.Check(policy, columns, log);
        TableChecks.Check(policy, columns, log);
        PerturbationChecks.Check(policy, log);
        ChartChecks.Check(policy, log);
        RecordsChecks.Check(policy, columns, log);
        ReleaseChecks.Check(policy, log);
        TranslationChecks.Check(policy, log);
    }
}
