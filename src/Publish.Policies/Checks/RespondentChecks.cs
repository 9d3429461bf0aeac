using Publish.Policies.Columns;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether the respondent can be counted.</summary>
internal static class RespondentChecks
{
    private const string Respondent = "/respondent";

    public static void Check(Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        if (policy.RespondentColumn is not { } name)
        {
            if (columns.ContainsKey(PolicyBinder.Row))
            {
                log.Judge(Respondent, ColumnCodes.RespondentAmbiguous, null);
            }
        }
        else if (!columns.TryGetValue(name, out var column))
        {
            UnknownColumns.Report(Respondent, name, columns, log);
        }
        else if (column.Role != ColumnRole.Identifier || (!column.Required && policy.Records.Any()))
        {
            var path = PolicyPositions.PathOf("columns", name);
            log.Judge(Respondent, ColumnCodes.Respondent, null, path + "/role", path + "/required");
        }

        if (policy.HoldingColumn is { } holding)
        {
            Roles.Check("/holding", holding, [ColumnRole.Identifier], columns, log);
        }
    }
}
