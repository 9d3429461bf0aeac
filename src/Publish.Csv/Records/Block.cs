using Publish.Csv.Cells;

namespace Publish.Csv.Records;

/// <summary>Some whole records of the file, in UTF-8, each ended by LF. The unit of parallel work.</summary>
internal sealed class Block
{
    private byte[] _bytes = new byte[CellGrid.Padding];

    /// <summary>The text, with room after it.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Where the first record starts.</summary>
    public int Start { get; set; }

    /// <summary>Where the last record ends.</summary>
    public int End { get; set; }

    /// <summary>The row number of the first record.</summary>
    public long FirstRow { get; set; }

    /// <summary>The line number of the first record.</summary>
    public long FirstLine { get; set; }

    /// <summary>The number of records, faulty ones among them.</summary>
    public int Rows { get; set; }

    /// <summary>The number of line ends, those inside quotes among them.</summary>
    public long Lines { get; set; }

    /// <summary>Whether a record may have quotes.</summary>
    public bool AnyQuote { get; set; }

    /// <summary>Whether a record may end in CRLF.</summary>
    public bool AnyCarriageReturn { get; set; }

    /// <summary>Whether a cell may hold NUL.</summary>
    public bool AnyNul { get; set; }

    /// <summary>Whether a cell may hold more than ASCII, and so wrong UTF-8.</summary>
    public bool AnyNonAscii { get; set; }

    /// <summary>The faulty records, in order.</summary>
    public List<Hole> Holes { get; } = [];

    /// <summary>Makes room for so many bytes, and the padding after them.</summary>
    public void EnsureRoom(int length)
    {
        if (_bytes.Length < length + CellGrid.Padding)
        {
            Array.Resize(ref _bytes, length + CellGrid.Padding);
        }
    }

    /// <summary>Which of the cells that end at these places is the last of its row.</summary>
    public int LastCell(ReadOnlySpan<int> ends)
    {
        var last = 0;
        while (_bytes[ends[last]] != '\n')
        {
            last++;
        }

        return last;
    }
}
