using System.Globalization;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Codes;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Audit;

/// <summary>Finds published rows that a rule of the policy makes secret.</summary>
internal static class SecretRows
{
    /// <summary>Looks through the rows of a table.</summary>
    /// <param name="table">The table as read back.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="counted">The audit's count of its cells.</param>
    /// <param name="secrets">What the rules say of these.</param>
    /// <returns>A finding for each such row.</returns>
    public static Finding[] Published(PublishedTable table, TablePlan plan, CountedClasses counted, SecretCells secrets)
    {
        var codes = new RowCodes(plan);
        var secret = codes.Of(counted).Where((_, cell) => secrets.AreSecret[cell]).ToHashSet();
        return
        [
            .. codes.Of(table).Index()
                .Where(row => !table.IsSuppressed(row.Index) && secret.Contains(row.Item))
                .Select(row => new Finding(
                    AuditCodes.SecretPublished, string.Create(CultureInfo.InvariantCulture, $"{table.Name}, row {row.Index + 1}"))),
        ];
    }
}
