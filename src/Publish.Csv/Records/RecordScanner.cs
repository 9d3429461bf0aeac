using System.Numerics;

namespace Publish.Csv.Records;

/// <summary>
/// Finds the ends of records and checks the quoting of every byte before them, sixty-four bytes at a time. By the strict
/// rules a quote may only open a cell, close it, or be doubled inside; as long as that holds, parity tells inside from
/// outside, and where it first fails the scan stops at the exact byte.
/// </summary>
internal sealed class RecordScanner(byte delimiter)
{
    private ulong _inside;
    private bool _attention;
    private long _linesInRecord;

    /// <summary>How far the text is scanned.</summary>
    public int Position { get; private set; }

    /// <summary>Where the record starts whose end is not yet found.</summary>
    public int RecordStart { get; private set; }

    /// <summary>Records before <see cref="RecordStart"/>.</summary>
    public int Rows { get; private set; }

    /// <summary>Line ends before <see cref="RecordStart"/>, those in quotes counted.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether the scan stands inside quotes.</summary>
    public bool IsInside => _inside != 0;

    /// <summary>Whether any byte scanned is a quote.</summary>
    public bool AnyQuote { get; private set; }

    /// <summary>Whether any byte scanned is a CR.</summary>
    public bool AnyCarriageReturn { get; private set; }

    /// <summary>Whether any byte scanned is a NUL.</summary>
    public bool AnyNul { get; private set; }

    /// <summary>Whether any byte scanned is above 7F.</summary>
    public bool AnyNonAscii { get; private set; }

    /// <summary>Starts a new text, at the start of a record.</summary>
    public void Start()
    {
        (AnyQuote, AnyCarriageReturn, AnyNul, AnyNonAscii) = (false, false, false, false);
        (Rows, Lines) = (0, 0);
        StartRecord(0);
    }

    /// <summary>Goes on after a record that broke the rules.</summary>
    /// <param name="to">The start of the next record.</param>
    /// <param name="lines">Line ends passed over.</param>
    public void Skip(int to, long lines)
    {
        Rows++;
        Lines += lines;
        StartRecord(to);
    }

    /// <summary>Scans on to the end of what there is.</summary>
    /// <param name="text">The text from its start; has at least a chunk of room after <paramref name="length"/>.</param>
    /// <param name="length">How much of it there is.</param>
    /// <param name="at">Where a rule is broken; then the scan must go on with <see cref="Skip"/>.</param>
    public Violation Scan(ReadOnlySpan<byte> text, int length, out int at)
    {
        at = 0;
        while (Position < length)
        {
            var count = int.Min(Chunk.Width, length - Position);
            var violation = Step(text, count, out at);
            if (violation != Violation.None)
            {
                return violation;
            }

            Position += count;
        }

        return Violation.None;
    }

    private void StartRecord(int position)
    {
        (Position, RecordStart) = (position, position);
        (_inside, _attention, _linesInRecord) = (0, false, 0);
    }

    private Violation Step(ReadOnlySpan<byte> text, int count, out int at)
    {
        var chunk = new Chunk(text, Position);
        var valid = Chunk.Below(count);
        var quotes = chunk.Of((byte)'"') & valid;
        var returns = chunk.Of((byte)'\r') & valid;
        var feeds = chunk.Of((byte)'\n') & valid;
        AnyNonAscii |= (chunk.NonAscii & valid) != 0;
        AnyNul |= (chunk.Of(0) & valid) != 0;
        if ((quotes | returns) == 0 && !_attention)
        {
            at = 0;
            Count(feeds, feeds & ~_inside);
            return Violation.None;
        }

        AnyQuote |= quotes != 0;
        AnyCarriageReturn |= returns != 0;
        return Check(text, count, quotes, returns, feeds, chunk.Of(delimiter) & valid, out at);
    }

    private Violation Check(
        ReadOnlySpan<byte> text, int count, ulong quotes, ulong returns, ulong feeds, ulong delimiters, out int at)
    {
        var before = Position == RecordStart ? (byte)'\n' : text[Position - 1];
        var startsOutside = _inside == 0;
        var afterQuote = startsOutside && before == '"' ? 1UL : 0;
        var afterReturn = startsOutside && before == '\r';
        var afterSeparator = before == delimiter || before == '\n' ? 1UL : 0;

        var inside = Chunk.Inside(quotes, _inside);
        var stray = quotes & inside & ~(((delimiters | feeds) << 1) | afterSeparator | (quotes << 1) | afterQuote);
        var closed = ((quotes & ~inside) << 1) | afterQuote;
        var trailing = closed & ~(delimiters | feeds | returns | quotes) & Chunk.Below(count);
        var bare = returns & ~inside & ~(feeds >> 1) & Chunk.Below(count - 1);
        if (afterReturn && (feeds & 1) == 0)
        {
            at = Position - 1;
            return Violation.BareCarriageReturn;
        }

        var violations = stray | trailing | bare;
        var place = violations == 0 ? count : BitOperations.TrailingZeroCount(violations);
        at = Position + place;
        feeds &= Chunk.Below(place);
        Count(feeds, feeds & ~inside);
        if (violations != 0)
        {
            var bit = 1UL << place;
            return (stray & bit) != 0 ? Violation.StrayQuote
                : (trailing & bit) != 0 ? Violation.TextAfterQuote
                : Violation.BareCarriageReturn;
        }

        _inside = (inside >> (count - 1) & 1) == 0 ? 0 : ulong.MaxValue;
        _attention = text[Position + count - 1] is (byte)'"' or (byte)'\r';
        return Violation.None;
    }

    private void Count(ulong feeds, ulong ends)
    {
        if (ends == 0)
        {
            _linesInRecord += BitOperations.PopCount(feeds);
            return;
        }

        var after = Chunk.After(ends);
        Rows += BitOperations.PopCount(ends);
        RecordStart = Position + after;
        Lines += _linesInRecord + BitOperations.PopCount(feeds & Chunk.Below(after));
        _linesInRecord = BitOperations.PopCount(feeds & ~Chunk.Below(after));
    }
}
