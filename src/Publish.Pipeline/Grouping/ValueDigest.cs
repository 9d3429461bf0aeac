using System.IO.Hashing;
using Publish.Csv;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// A cell as 128 bits, equal for equal values: a number as itself, a text by XXH128. Two texts that met by chance
/// (n² / 2^129 for n values) would count as one: that makes counts smaller and so hides more, never less.
/// </summary>
internal static class ValueDigest
{
    /// <summary>Digests a cell that is not missing.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The row of the batch.</param>
    /// <returns>The digest.</returns>
    public static Int128 Of(TypedColumn column, int row) =>
        column.Column.Type == CellType.Text
            ? unchecked((Int128)XxHash128.HashToUInt128(column.Text(row)))
            : column.Values[row];
}
