using System.Numerics;
using System.Text.Unicode;
using Publish.Csv.Cells;
using Publish.Csv.Faults;

namespace Publish.Csv.Records;

/// <summary>Splits the records of a block into cells, for one thread, and reports rows and cells that are none.</summary>
internal sealed class RowSplitter(byte delimiter, HeaderLayout layout, FaultLog faults)
{
    private const byte Quote = (byte)'"';

    private readonly int _stride = layout.Width;
    private int _cells;

    /// <summary>Splits a block. Quoted cells are unquoted within the block's own bytes.</summary>
    /// <param name="block">The block.</param>
    /// <param name="grid">Takes the cells of the rows that have as many as the header.</param>
    public void Split(Block block, CellGrid grid)
    {
        grid.Bytes = block.Bytes;
        grid.Stride = _stride;
        FindCells(block, grid);
        if (!IsRegular(block, grid))
        {
            KeepWholeRows(block, grid);
        }
        else if (block.AnyCarriageReturn)
        {
            DropCarriageReturns(grid);
        }

        if (block.AnyNul || (block.AnyNonAscii && !Utf8.IsValid(block.Bytes.AsSpan(block.Start, block.End - block.Start))))
        {
            CellCharacters.Check(grid, layout.DeclaredAt, faults);
        }

        if (block.AnyQuote)
        {
            Unquote(grid);
        }
    }

    private void FindCells(Block block, CellGrid grid)
    {
        _cells = 0;
        var start = block.Start;
        foreach (var hole in block.Holes)
        {
            FindCells(block, grid, start, hole.Start);
            start = hole.End;
        }

        FindCells(block, grid, start, block.End);
    }

    private void FindCells(Block block, CellGrid grid, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        grid.EnsureCells(_cells + int.Min(end - start, Chunk.Width) + 1);
        grid.Starts[_cells] = start;
        var inside = 0UL;
        for (var position = start; position < end; position += Chunk.Width)
        {
            grid.EnsureCells(_cells + Chunk.Width + 1);
            var chunk = new Chunk(block.Bytes, position);
            var separators = (chunk.Of(delimiter) | chunk.Of((byte)'\n')) & Chunk.Below(end - position);
            if (block.AnyQuote)
            {
                var quoted = Chunk.Inside(chunk.Of(Quote), inside);
                separators &= ~quoted;
                inside = (quoted >> 63) == 0 ? 0 : ulong.MaxValue;
            }

            _cells = Note(separators, position, _cells, grid);
        }
    }

    private static int Note(ulong separators, int position, int cells, CellGrid grid)
    {
        var ends = grid.Ends.AsSpan(cells, Chunk.Width);
        var starts = grid.Starts.AsSpan(cells + 1, Chunk.Width);
        var count = BitOperations.PopCount(separators);
        for (var i = 0; i < count; i++)
        {
            var end = position + BitOperations.TrailingZeroCount(separators);
            ends[i] = end;
            starts[i] = end + 1;
            separators &= separators - 1;
        }

        return cells + count;
    }

    /// <summary>Whether all rows have the header's width, follow one another line by line, and hold something.</summary>
    private bool IsRegular(Block block, CellGrid grid)
    {
        if (block.Holes.Count > 0 || block.Lines != block.Rows || _cells != (long)block.Rows * _stride)
        {
            return false;
        }

        for (var last = _stride - 1; last < _cells; last += _stride)
        {
            var end = grid.Ends[last];
            var length = LengthWithoutReturn(grid, grid.Starts[last - _stride + 1], end);
            if (block.Bytes[end] != '\n' || length < _stride)
            {
                return false;
            }
        }

        grid.RowCount = block.Rows;
        grid.Places.Consecutive(block.FirstRow, block.FirstLine);
        return true;
    }

    private void DropCarriageReturns(CellGrid grid)
    {
        for (var last = _stride - 1; last < _cells; last += _stride)
        {
            var start = grid.Starts[last];
            grid.Ends[last] = start + LengthWithoutReturn(grid, start, grid.Ends[last]);
        }
    }

    /// <summary>Goes through the rows one by one, reports those that are none, and moves the others together.</summary>
    private void KeepWholeRows(Block block, CellGrid grid)
    {
        grid.Places.Clear();
        var (row, line) = (block.FirstRow, block.FirstLine);
        var (kept, hole) = (0, 0);
        for (var first = 0; first < _cells;)
        {
            for (; hole < block.Holes.Count && block.Holes[hole].End <= grid.Starts[first]; hole++)
            {
                row++;
                line += block.Holes[hole].Lines;
            }

            var last = first + block.LastCell(grid.Ends.AsSpan(first, _cells - first));
            var start = grid.Starts[first];
            var lines = block.AnyQuote ? 1 + block.Bytes.AsSpan(start, grid.Ends[last] - start).Count((byte)'\n') : 1;
            grid.Ends[last] = grid.Starts[last] + LengthWithoutReturn(grid, grid.Starts[last], grid.Ends[last]);
            if (IsWholeRow(grid.Ends[last] - start, last - first + 1, row, line))
            {
                grid.Starts.AsSpan(first, _stride).CopyTo(grid.Starts.AsSpan(kept * _stride));
                grid.Ends.AsSpan(first, _stride).CopyTo(grid.Ends.AsSpan(kept * _stride));
                grid.Places.Add(row, line);
                kept++;
            }

            row++;
            line += lines;
            first = last + 1;
        }

        grid.RowCount = kept;
        _cells = kept * _stride;
    }

    private bool IsWholeRow(int length, int cells, long row, long line)
    {
        // Nothing but delimiters, if any: what spreadsheets leave of deleted rows.
        if (length == cells - 1)
        {
            faults.Add(CsvCodes.BlankRow, -1, new Fault(row, line, 0));
            return false;
        }

        if (cells != _stride)
        {
            var code = cells > _stride ? CsvCodes.ExtraCell : CsvCodes.MissingCell;
            var position = int.Min(cells, _stride) + 1;
            faults.Add(code, -1, new Fault(row, line, position, FaultDetail.CellCount, cells, _stride));
            return false;
        }

        return true;
    }

    private void Unquote(CellGrid grid)
    {
        for (var cell = 0; cell < _cells; cell++)
        {
            if (grid.Bytes[grid.Starts[cell]] == Quote && grid.Ends[cell] > grid.Starts[cell])
            {
                grid.Starts[cell]++;
                grid.Ends[cell] = QuotedText.Undouble(grid.Bytes, grid.Starts[cell], grid.Ends[cell] - 1);
            }
        }
    }

    private static int LengthWithoutReturn(CellGrid grid, int start, int end) =>
        end > start && grid.Bytes[end - 1] == '\r' ? end - start - 1 : end - start;
}
