using System.Text.Unicode;
using Publish.Codes;
using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Checks that cells are text: UTF-8 without NUL.</summary>
internal static class CellCharacters
{
    /// <summary>Reports the cells that are not, and marks them as <see cref="CellGrid.Faulty"/>.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="declaredAt">The declared column at a position of the grid, or -1.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(CellGrid grid, Func<int, int> declaredAt, FaultLog faults)
    {
        for (var row = 0; row < grid.RowCount; row++)
        {
            for (var position = 0; position < grid.Stride; position++)
            {
                var cell = (row * grid.Stride) + position;
                if (CodeOf(grid, cell) is { } code)
                {
                    var fault = new Fault(grid.Places.RowAt(row), grid.Places.LineAt(row), position + 1);
                    faults.Add(code, declaredAt(position), fault);
                    grid.Ends[cell] = grid.Starts[cell] + CellGrid.Faulty;
                }
            }
        }
    }

    private static Code? CodeOf(CellGrid grid, int cell)
    {
        var length = grid.Ends[cell] - grid.Starts[cell];
        if (length <= 0)
        {
            return null;
        }

        var text = grid.Bytes.AsSpan(grid.Starts[cell], length);
        return !Utf8.IsValid(text) ? CsvCodes.EncodingError : text.Contains((byte)0) ? CsvCodes.NulByte : null;
    }
}
