namespace Publish.Csv.Cells;

/// <summary>
/// Where the cells of some rows lie in a buffer: row by row, <see cref="Stride"/> cells each, quotes already taken off.
/// </summary>
internal sealed class CellGrid
{
    /// <summary>
    /// Bytes after the last cell that may be read, though they mean nothing: parsers load eight bytes at once.
    /// </summary>
    public const int Padding = 64;

    /// <summary>The length of a cell that has no text at all (a null of a typed source).</summary>
    public const int NoText = -1;

    /// <summary>The length of a cell whose fault is already known.</summary>
    public const int Faulty = -2;

    public byte[] Bytes { get; set; } = [];

    /// <summary>Where each cell starts.</summary>
    public int[] Starts = [];

    /// <summary>Where each cell ends (exclusive). Before its start: <see cref="NoText"/> or <see cref="Faulty"/>.</summary>
    public int[] Ends = [];

    public int Stride { get; set; }

    public int RowCount { get; set; }

    public RowPlaces Places { get; } = new();

    public void EnsureCells(int cells)
    {
        if (Ends.Length < cells)
        {
            var capacity = Math.Max(cells, 2 * Ends.Length);
            Array.Resize(ref Starts, capacity);
            Array.Resize(ref Ends, capacity);
        }
    }
}
