using Publish.Policies.Columns;
using Publish.Policies.Format;
using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether a column's role permits a use.</summary>
internal static class Roles
{
    /// <summary>Reports a column that is unknown or whose role is not among those that permit the use.</summary>
    /// <returns>Whether the column may be used so.</returns>
    public static bool Check(
        string path, string name, ColumnRole[] permitted, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        if (!columns.TryGetValue(name, out var column))
        {
            UnknownColumns.Report(path, name, columns, log);
            return false;
        }

        if (permitted.Contains(column.Role))
        {
            return true;
        }

        log.Judge(
            path,
            ReleaseCodes.Role,
            $"{Quotation.Of(name)} is {Quotation.Of(Vocabularies.ColumnRole.Word(column.Role))}; "
            + $"needed is {string.Join(" or ", permitted.Select(role => Quotation.Of(Vocabularies.ColumnRole.Word(role))))}.",
            PolicyPositions.PathOf("columns", name, "role"));
        return false;
    }
}
