using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>
/// Levels from a table: one row for each code, with the code and its label at each level, finest first.
/// </summary>
public static class TableHierarchy
{
    /// <summary>Builds the hierarchy.</summary>
    /// <param name="values">The values as collected; a value's text is looked up among the codes.</param>
    /// <param name="rows">The rows, without a header.</param>
    /// <param name="levelNames">A name for each level of the table, the column of codes not counted; at least one.</param>
    /// <param name="endsInAll">
    /// True where the last level of the table is the level that joins all; else one is added. Default false.
    /// </param>
    /// <exception cref="CodedException">
    /// The table is not one, lists a code twice, does not nest, or lacks values: every fault is reported by its row, from
    /// 1, and level, never by its text.
    /// </exception>
    public static KeyHierarchy Build(KeyValues values, IReadOnlyList<string[]> rows, IReadOnlyList<string> levelNames, bool endsInAll = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(levelNames.Count);
        LevelTable.Check(values.Key, rows, levelNames);
        var rowOf = rows.ToDictionary(row => row[0], StringComparer.Ordinal);
        var found = Enumerable.Range(0, values.ValueCount)
            .Select(value => rowOf.GetValueOrDefault(values.Text(value)))
            .OfType<string[]>()
            .ToArray();
        if (found.Length < values.ValueCount)
        {
            throw new CodedException(
                HierarchyCodes.MissingCode,
                $"key {values.Key}",
                FormattableString.Invariant($"{values.ValueCount - found.Length} of {values.ValueCount} different values have no row."));
        }

        var last = levelNames.Count;
        if (endsInAll && rows.Any(row => row[last] != rows[0][last]))
        {
            throw new ArgumentException("A level that joins all has one label.", nameof(rows));
        }

        var builder = new HierarchyBuilder(values);
        for (var level = 1; level <= (endsInAll ? last - 1 : last); level++)
        {
            var labelOf = found.Select(row => row[level]).ToArray();
            if (values is OrderedValues)
            {
                builder.AddInValueOrder(levelNames[level - 1], labelOf);
            }
            else
            {
                builder.AddInLabelOrder(levelNames[level - 1], labelOf);
            }
        }

        return endsInAll ? builder.Build(levelNames[last - 1], rows[0][last]) : builder.Build();
    }
}
