namespace Publish.Csv.Records;

/// <summary>
/// Walks through a faulty record byte by byte, up to where <see cref="RecordScanner"/> found the fault, to say which
/// cell is at fault and where its quote opened.
/// </summary>
internal readonly ref struct RecordWalk
{
    /// <summary>Walks up to a place before which the rules hold.</summary>
    /// <param name="record">The record from its start to that place.</param>
    /// <param name="delimiter">What parts cells.</param>
    public RecordWalk(ReadOnlySpan<byte> record, byte delimiter)
    {
        Column = 1;
        QuoteStart = -1;
        var inside = false;
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] == '"')
            {
                inside = !inside;
                QuoteStart = QuoteStart < 0 ? i : QuoteStart;
            }
            else if (record[i] == delimiter && !inside)
            {
                Column++;
                QuoteStart = -1;
            }
        }
    }

    /// <summary>The position of the cell at that place, from 1.</summary>
    public int Column { get; }

    /// <summary>Where the quote is that opened that cell, or -1.</summary>
    public int QuoteStart { get; }
}
