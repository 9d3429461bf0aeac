using System.Text;
using Publish.Csv;
using Publish.Duck;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Validation;

/// <summary>Turns cells of a Parquet file into their canonical text. For one thread.</summary>
internal sealed class ParquetText
{
    private readonly byte[] _buffer = new byte[64];

    /// <summary>Adds a cell to a row.</summary>
    /// <param name="builder">Takes the cell.</param>
    /// <param name="vector">The column.</param>
    /// <param name="row">The row of the chunk.</param>
    /// <returns>The bytes of the text.</returns>
    public int AddTo(TypedBatchBuilder builder, DuckVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            builder.AddMissing();
            return 0;
        }

        if (vector.Type.Kind == DuckTypeKind.Varchar)
        {
            var text = vector.Utf8(row);
            builder.Add(text);
            return text.Length;
        }

        var length = Encoding.ASCII.GetBytes(CellText.Of(vector, row), _buffer);
        builder.Add(_buffer.AsSpan(0, length));
        return length;
    }
}
