namespace Publish.Disclosure.Records;

/// <summary>How well some columns tell rows apart, to see which of them identify.</summary>
/// <remarks>R. Motwani and Y. Xu, "Efficient algorithms for masking and finding quasi-identifiers", 2007.</remarks>
/// <param name="Distinction">Different combinations of values by rows; 0 for no rows.</param>
/// <param name="Separation">The share of pairs of rows that differ; 0 for fewer than two rows.</param>
public sealed record KeySeparation(double Distinction, double Separation)
{
    /// <summary>Measures some columns of a table.</summary>
    /// <param name="table">The classes.</param>
    /// <param name="columns">At least one column.</param>
    public static KeySeparation Of(ClassTable table, IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        var groups = GroupedClasses.By(table, columns);
        Int128 total = 0;
        Int128 alike = 0;
        foreach (var rows in table.RowsByCell(groups.GroupOf, groups.Count))
        {
            total += rows;
            alike += (Int128)rows * (rows - 1);
        }

        return new KeySeparation(
            total == 0 ? 0 : groups.Count / (double)total,
            total < 2 ? 0 : (double)((total * (total - 1)) - alike) / (double)(total * (total - 1)));
    }
}
