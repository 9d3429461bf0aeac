using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Reads a column of text: a cell's value is where its bytes lie.</summary>
internal sealed class TextReader(CsvColumn column, CsvFormat format, int index) : ColumnReader(column, format, index)
{
    public override void Read(CellGrid grid, int position, TypedColumn target, FaultLog faults)
    {
        var values = target.WritableValues;
        var plain = !HasTextRules;
        var cell = position;
        for (var row = 0; row < values.Length; row++, cell += grid.Stride)
        {
            var start = grid.Starts[cell];
            var length = grid.Ends[cell] - start;
            var read = length > 0 && plain && !MayBeMissing(length);
            values[row] = read ? TypedColumn.Slice(start, length) : Exceptional(grid, cell, row, position, target, faults);
        }
    }

    private long Exceptional(CellGrid grid, int cell, int row, int position, TypedColumn target, FaultLog faults)
    {
        if (IsMissing(grid, cell, row, position, target, faults))
        {
            return 0;
        }

        CheckText(grid, cell, row, position, faults);
        return TypedColumn.Slice(grid.Starts[cell], grid.Ends[cell] - grid.Starts[cell]);
    }
}
