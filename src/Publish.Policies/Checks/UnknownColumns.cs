using Publish.Policies.Columns;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Names of columns that the policy does not have.</summary>
internal static class UnknownColumns
{
    /// <summary>Reports a name, unless the columns as a whole have been refused.</summary>
    public static void Report(string path, string name, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        if (!log.IsLost("/columns"))
        {
            log.Judge(
                path, ColumnCodes.Unknown, $"It is {Quotation.Of(name)}. {Suggestion.For(name, columns.Keys)}".TrimEnd());
        }
    }
}
