using Publish.Csv;

namespace Publish.Pipeline.Validation;

/// <summary>Turns what a policy declares of a file into what the reader is told.</summary>
internal static class DeclaredColumns
{
    /// <summary>A column as the reader takes it.</summary>
    /// <param name="column">As declared.</param>
    /// <returns>The same.</returns>
    public static CsvColumn Of(ColumnPolicy column)
    {
        var read = new CsvColumn(column.Name, TypeOf(column.Type))
        {
            Scale = column.Decimals,
            Minimum = column.Minimum,
            Maximum = column.Maximum,
            Pattern = column.Pattern,
            Values = column.Values,
            Required = column.Required,
            MissingMarks = column.MissingMarks,
        };
        return read with
        {
            TrueValues = column.TrueValues ?? read.TrueValues,
            FalseValues = column.FalseValues ?? read.FalseValues,
        };
    }

    /// <summary>A type as the reader takes it.</summary>
    /// <param name="type">As declared.</param>
    /// <returns>The same.</returns>
    public static CellType TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => CellType.Text,
        ColumnType.Integer => CellType.Integer,
        ColumnType.Decimal => CellType.Decimal,
        ColumnType.Boolean => CellType.Boolean,
        ColumnType.Date => CellType.Date,
        _ => CellType.Timestamp,
    };

    /// <summary>The file's format as the reader takes it.</summary>
    /// <param name="file">As declared.</param>
    /// <returns>The same.</returns>
    public static CsvFormat Of(FileFormat file) => new()
    {
        Encoding = file.Encoding switch
        {
            FileEncoding.Utf8 => TextEncoding.Utf8,
            FileEncoding.Utf16 => TextEncoding.Utf16,
            FileEncoding.Utf16LittleEndian => TextEncoding.Utf16LittleEndian,
            FileEncoding.Utf16BigEndian => TextEncoding.Utf16BigEndian,
            FileEncoding.Latin1 => TextEncoding.Latin1,
            _ => TextEncoding.Windows1252,
        },
        Delimiter = file.Delimiter,
        DecimalMark = file.DecimalMark,
        DateFormat = file.DateFormat,
        TimestampFormat = file.TimestampFormat,
        Compression = file.Compression switch
        {
            FileCompression.None => Compression.None,
            FileCompression.Gzip => Compression.Gzip,
            _ => Compression.Zstd,
        },
        MissingMarks = file.MissingMarks,
        MaximumRecordBytes = file.MaximumRecordBytes,
    };
}
