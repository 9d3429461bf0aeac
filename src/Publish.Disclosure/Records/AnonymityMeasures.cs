namespace Publish.Disclosure.Records;

/// <summary>How anonymous a table is as it stands, by some key columns.</summary>
/// <param name="Classes">Classes, whether or not they have respondents.</param>
/// <param name="K">The fewest distinct respondents of a class; 0 for an empty table.</param>
/// <param name="Risk">The prosecutor's risk.</param>
public sealed record AnonymityMeasures(int Classes, long K, ProsecutorRisk Risk)
{
    /// <summary>Measures a table.</summary>
    /// <param name="table">The classes.</param>
    /// <param name="keys">The columns an intruder may know.</param>
    /// <param name="threshold">The risk that <see cref="ProsecutorRisk.ShareAbove"/> is counted above, 0 to 1.</param>
    public static AnonymityMeasures Of(ClassTable table, IReadOnlyList<int> keys, double threshold = 0.2)
    {
        ArgumentNullException.ThrowIfNull(table);
        var groups = GroupedClasses.By(table, keys);
        var respondents = table.RespondentsByCell(groups.GroupOf, groups.Count);
        var rows = table.RowsByCell(groups.GroupOf, groups.Count);
        return new AnonymityMeasures(
            groups.Count,
            respondents.DefaultIfEmpty().Min(),
            ProsecutorRisk.Of(rows, respondents, threshold));
    }
}
