using System.Globalization;
using System.Text;
using Publish.Csv;
using Publish.Disclosure.Hierarchies;
using Publish.Duck;

namespace Publish.Pipeline.Validation;

/// <summary>Turns cells of a Parquet file into their canonical text. For one thread.</summary>
internal sealed class ParquetText
{
    private readonly byte[] _buffer = new byte[64];

    /// <summary>Adds a cell to a row.</summary>
    /// <param name="builder">Takes the cell.</param>
    /// <param name="vector">The column.</param>
    /// <param name="row">The row of the chunk.</param>
    public void AddTo(TypedBatchBuilder builder, DuckVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            builder.AddMissing();
        }
        else if (vector.Type.Kind == DuckTypeKind.Varchar)
        {
            builder.Add(vector.Utf8(row));
        }
        else
        {
            var length = Encoding.ASCII.GetBytes(TextOf(vector, row).AsSpan(), _buffer);
            builder.Add(_buffer.AsSpan(0, length));
        }
    }

    private static string TextOf(DuckVector vector, int row) => vector.Type.Kind switch
    {
        DuckTypeKind.TinyInt => Number(vector.Values<sbyte>()[row]),
        DuckTypeKind.SmallInt => Number(vector.Values<short>()[row]),
        DuckTypeKind.Integer => Number(vector.Values<int>()[row]),
        DuckTypeKind.BigInt => Number(vector.Values<long>()[row]),
        DuckTypeKind.UnsignedTinyInt => Number(vector.Values<byte>()[row]),
        DuckTypeKind.UnsignedSmallInt => Number(vector.Values<ushort>()[row]),
        DuckTypeKind.UnsignedInteger => Number(vector.Values<uint>()[row]),
        DuckTypeKind.Boolean => vector.Values<bool>()[row] ? "true" : "false",
        DuckTypeKind.DecimalNumber => Staging.NumberText.Decimal(vector.Unscaled(row), vector.Type.Scale),
        DuckTypeKind.Date => Text(ValueFormat.Date, vector.Values<int>()[row]),
        _ => Text(ValueFormat.Timestamp, vector.Values<long>()[row]),
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // A date outside the years 1 to 9999 is no date of a policy: its text is refused as of the wrong type.
    private static string Text(ValueFormat format, long value) =>
        value >= format.Smallest && value <= format.Largest ? format.Text(value) : "out of range";
}
