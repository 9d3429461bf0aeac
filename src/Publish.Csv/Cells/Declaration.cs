namespace Publish.Csv.Cells;

/// <summary>Checks what our own code declares, before anything is read: a policy's author was told before.</summary>
internal static class Declaration
{
    /// <exception cref="ArgumentException">The declaration contradicts the documentation of its types.</exception>
    public static void Check(CsvFormat format, IReadOnlyList<CsvColumn> columns)
    {
        Require(CsvFormat.IsDelimiter(format.Delimiter), "The delimiter cannot part cells.");
        Require(format.DecimalMark is '.' or ',', "The decimal mark must be a full stop or a comma.");
        Require(CsvFormat.IsDateFormat(format.DateFormat), "Not a date format.");
        Require(
            format.TimestampFormat is null || CsvFormat.IsTimestampFormat(format.TimestampFormat),
            "Not a timestamp format.");
        Require(
            format.MaximumRecordBytes is >= CsvFormat.LeastMaximumRecordBytes and <= CsvFormat.GreatestMaximumRecordBytes,
            "The longest record is out of bounds.");
        Require(columns.Count > 0, "No column is declared.");
        Require(columns.DistinctBy(column => column.Name).Count() == columns.Count, "A column is declared twice.");
        foreach (var column in columns)
        {
            Check(column);
        }
    }

    public static void Check(ReadOptions options)
    {
        Require(options.Threads >= 1, "At least one thread must read.");
        Require(options.FaultsListedPerKind >= 1, "At least one fault must be listed.");
        Require(options.BlockBytes >= 1, "A block has at least one byte.");
    }

    private static void Check(CsvColumn column)
    {
        Require(!string.IsNullOrWhiteSpace(column.Name), "A column has no name.");
        Require(column.Scale is >= 0 and <= CsvColumn.MaximumScale, "The scale is out of bounds.");
        Require(
            column.Type != CellType.Text || (column.Minimum is null && column.Maximum is null),
            "Text has neither minimum nor maximum.");
        Require(column.Pattern is null || CsvColumn.IsPattern(column.Pattern), "Not a pattern.");
        Require(
            column.Type != CellType.Boolean || !column.TrueValues.Intersect(column.FalseValues, StringComparer.Ordinal).Any(),
            "A text means both true and false.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
