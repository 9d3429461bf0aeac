using Publish.Csv.Cells;
using Publish.Csv.Faults;

namespace Publish.Csv.Records;

/// <summary>Turns blocks into typed batches, for one thread.</summary>
internal sealed class BlockReader
{
    private readonly CellGrid _grid = new();
    private readonly RowSplitter _splitter;
    private readonly GridReader _reader;
    private readonly HeaderLayout _layout;

    public BlockReader(CsvFormat format, HeaderLayout layout, IReadOnlyList<CsvColumn> columns, FaultLog faults)
    {
        _layout = layout;
        _splitter = new RowSplitter((byte)format.Delimiter, layout, faults);
        _reader = new GridReader(format, columns, faults);
    }

    /// <summary>Reads a block.</summary>
    /// <returns>Its rows; valid until the next call.</returns>
    public TypedBatch Read(Block block)
    {
        _splitter.Split(block, _grid);
        return _reader.Read(_grid, _layout.PositionOf);
    }
}
