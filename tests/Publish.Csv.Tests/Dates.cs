using Publish.Csv.Cells;

namespace Publish.Csv.Tests;

internal static class Dates
{
    public static long? Parse(string cell, string format)
    {
        Assert.True(DatePattern.TryCreate(format, withTime: false, out var pattern));
        var buffer = new byte[cell.Length + CellGrid.Padding];
        Some.Utf8(cell).CopyTo(buffer, 0);
        return pattern.TryReadDate(buffer, 0, cell.Length, out var days) ? days : null;
    }
}
