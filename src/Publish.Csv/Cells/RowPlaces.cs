namespace Publish.Csv.Cells;

/// <summary>The absolute row and line of each row of a grid: consecutive, unless lists say otherwise.</summary>
internal sealed class RowPlaces
{
    private long _firstRow;
    private long _firstLine;
    private long[] _rows = [];
    private long[] _lines = [];
    private int _listed;

    /// <summary>Every row follows the one before, on its own line.</summary>
    public void Consecutive(long firstRow, long firstLine)
    {
        _firstRow = firstRow;
        _firstLine = firstLine;
        _listed = -1;
    }

    /// <summary>Starts an empty list.</summary>
    public void Clear() => _listed = 0;

    /// <summary>Lists one more row.</summary>
    public void Add(long row, long line)
    {
        if (_listed == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(1024, 2 * _rows.Length));
            Array.Resize(ref _lines, _rows.Length);
        }

        _rows[_listed] = row;
        _lines[_listed++] = line;
    }

    public long RowAt(int row) => _listed < 0 ? _firstRow + row : _rows[row];

    /// <summary>The line, or 0 where the source has none.</summary>
    public long LineAt(int row) => _listed >= 0 ? _lines[row] : _firstLine == 0 ? 0 : _firstLine + row;
}
