using System.Globalization;
using Publish.Codes;

namespace Publish.Pipeline.Validation;

/// <summary>Says where a row is, as the reader of the file says it.</summary>
internal static class RowPlace
{
    /// <summary>A finding at a cell.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="place">The row a spreadsheet shows, and the line of the file (0 where it has none).</param>
    /// <param name="column">The column's declared name.</param>
    /// <returns>The finding.</returns>
    public static Finding Finding(Code code, (long Row, long Line) place, string column) =>
        new(code, place.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"row {place.Row}, line {place.Line}, column {column}")
            : string.Create(CultureInfo.InvariantCulture, $"row {place.Row}, column {column}"));
}
