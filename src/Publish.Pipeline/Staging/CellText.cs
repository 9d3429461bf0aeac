using System.Globalization;
using Publish.Disclosure.Hierarchies;
using Publish.Duck;

namespace Publish.Pipeline.Staging;

/// <summary>The canonical text of a cell of a Parquet file that is not text itself.</summary>
internal static class CellText
{
    /// <summary>Writes a cell that is not NULL: numbers with a full stop, dates and timestamps in ISO 8601.</summary>
    /// <param name="vector">The column.</param>
    /// <param name="row">The row of the chunk.</param>
    /// <returns>ASCII text.</returns>
    public static string Of(DuckVector vector, int row) => vector.Type.Kind switch
    {
        DuckTypeKind.TinyInt => Number(vector.Values<sbyte>()[row]),
        DuckTypeKind.SmallInt => Number(vector.Values<short>()[row]),
        DuckTypeKind.Integer => Number(vector.Values<int>()[row]),
        DuckTypeKind.BigInt => Number(vector.Values<long>()[row]),
        DuckTypeKind.UnsignedTinyInt => Number(vector.Values<byte>()[row]),
        DuckTypeKind.UnsignedSmallInt => Number(vector.Values<ushort>()[row]),
        DuckTypeKind.UnsignedInteger => Number(vector.Values<uint>()[row]),
        DuckTypeKind.Boolean => vector.Values<bool>()[row] ? "true" : "false",
        DuckTypeKind.DecimalNumber => NumberText.Decimal(vector.Unscaled(row), vector.Type.Scale),
        DuckTypeKind.Date => Date(ValueFormat.Date, vector.Values<int>()[row]),
        _ => Date(ValueFormat.Timestamp, vector.Values<long>()[row]),
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // A date outside the years 1 to 9999 is no date of a policy: an upload's is refused as of the wrong type.
    private static string Date(ValueFormat format, long value) =>
        value >= format.Smallest && value <= format.Largest ? format.Text(value) : "out of range";
}
