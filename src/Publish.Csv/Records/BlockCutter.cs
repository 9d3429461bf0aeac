using Publish.Codes;
using Publish.Csv.Faults;
using Publish.Csv.Sources;

namespace Publish.Csv.Records;

/// <summary>
/// Cuts decoded text into blocks of whole records, each knowing its first row and line, and reports what breaks the
/// structure. Used by one thread at a time. What it finds does not depend on where blocks are cut.
/// </summary>
/// <remarks>
/// After a broken record reading goes on at a line: the one after the opening quote if a quoted cell is at fault (so that
/// one forgotten quote does not swallow good rows), else the one after the fault. No line is read more than a few times:
/// the lines that a failed quoted cell spans have an even number of quotes each, so a record that starts on one of them
/// ends or fails on that same line.
/// </remarks>
internal sealed class BlockCutter
{
    private const byte LineFeed = (byte)'\n';

    private readonly ITextSource _source;
    private readonly byte _delimiter;
    private readonly int _longest;
    private readonly int _blockBytes;
    private readonly FaultLog _faults;
    private readonly RecordScanner _scanner;
    private byte[] _rest = [];
    private int _restLength;
    private bool _skipping;
    private bool _ended;
    private long _row = 1;
    private long _line = 1;

    public BlockCutter(ITextSource source, CsvFormat format, int blockBytes, FaultLog faults)
    {
        _source = source;
        _delimiter = (byte)format.Delimiter;
        _longest = format.MaximumRecordBytes;
        _blockBytes = int.Min(blockBytes, _longest);
        _faults = faults;
        _scanner = new RecordScanner(_delimiter);
    }

    /// <summary>Records so far, faulty ones and the header among them.</summary>
    public long Rows => _row - 1;

    /// <summary>Whether the structure of the first record is broken.</summary>
    public bool HeaderBroken { get; private set; }

    /// <summary>Fills a block with the next records.</summary>
    /// <param name="block">To be filled; may hold no records though there are more to come.</param>
    /// <returns>False at the end of the file.</returns>
    public bool Next(Block block)
    {
        var length = TakeRest(block);
        length = _skipping ? SkipLine(block, length) : length;
        block.Holes.Clear();
        (block.Start, block.FirstRow, block.FirstLine) = (0, _row, _line);
        _scanner.Start();
        length = FillWithRecords(block, length);
        Close(block, length);
        return block.Rows > 0 || !_ended || _skipping;
    }

    private int FillWithRecords(Block block, int length)
    {
        var target = _blockBytes;
        while (true)
        {
            length = Fill(block, length, target);
            length = Scan(block, length);
            if (_skipping || (_scanner.Rows > 0 && !_ended))
            {
                return length;
            }

            if (_ended)
            {
                length = Finish(block, length);
            }
            else if (length >= _longest)
            {
                length = Overflow(block, length);
            }
            else
            {
                target = int.Min(_longest, 2 * int.Max(target, length));
            }

            if (_skipping || (_ended && _scanner.RecordStart == length))
            {
                return length;
            }
        }
    }

    private int TakeRest(Block block)
    {
        block.EnsureRoom(_restLength);
        _rest.AsSpan(0, _restLength).CopyTo(block.Bytes);
        return _restLength;
    }

    private int Fill(Block block, int length, int target)
    {
        block.EnsureRoom(target + 1);
        while (length < target && !_ended)
        {
            length += Read(block.Bytes.AsSpan(length, target - length));
        }

        return length;
    }

    private int Read(Span<byte> buffer)
    {
        var count = _source.Read(buffer);
        _ended |= count == 0;
        return count;
    }

    /// <summary>Reads away the rest of a line too long to hold.</summary>
    /// <returns>How much text of the following lines was read with it.</returns>
    private int SkipLine(Block block, int length)
    {
        block.EnsureRoom(_blockBytes);
        while (!_ended)
        {
            var end = block.Bytes.AsSpan(0, length).IndexOf(LineFeed);
            if (end >= 0)
            {
                _line++;
                _skipping = false;
                block.Bytes.AsSpan(end + 1, length - end - 1).CopyTo(block.Bytes);
                return length - end - 1;
            }

            length = Read(block.Bytes.AsSpan(0, _blockBytes));
        }

        _skipping = false;
        return 0;
    }

    /// <summary>Scans all there is, passing over broken records.</summary>
    private int Scan(Block block, int length)
    {
        while (true)
        {
            var violation = _scanner.Scan(block.Bytes, length, out var at);
            switch (violation)
            {
                case Violation.None:
                    return length;
                case Violation.StrayQuote:
                    length = Break(block, length, CsvCodes.StrayQuote, at, at);
                    break;
                case Violation.TextAfterQuote:
                    var opening = QuoteStart(block, at);
                    length = Break(block, length, CsvCodes.TextAfterQuote, opening, at, FaultDetail.QuoteOpenedHere);
                    break;
                default:
                    length = Break(block, length, CsvCodes.BareCarriageReturn, at, at);
                    break;
            }

            if (_skipping)
            {
                return length;
            }
        }
    }

    /// <summary>Meets a record longer than allowed, or finds that the file ends just here.</summary>
    private int Overflow(Block block, int length)
    {
        var more = Read(block.Bytes.AsSpan(length, 1));
        if (more == 0)
        {
            return length;
        }

        var opening = _scanner.IsInside ? QuoteStart(block, length) : -1;
        if (opening >= 0 && block.Bytes.AsSpan(opening, length - opening).Contains(LineFeed))
        {
            return Break(block, length + more, CsvCodes.UnterminatedQuote, opening, length);
        }

        Report(block, CsvCodes.RecordTooLong, 0, _scanner.RecordStart, FaultDetail.LongestRecord, _longest);
        return Break(block, length + more, length);
    }

    /// <summary>Ends the last record.</summary>
    private int Finish(Block block, int length)
    {
        if (_scanner.RecordStart == length)
        {
            return length;
        }

        if (_source.BrokeOff)
        {
            // The rest of the file is missing, which has a fault of its own: what is left is no record.
            return _scanner.RecordStart;
        }

        if (_scanner.IsInside)
        {
            return Break(block, length, CsvCodes.UnterminatedQuote, QuoteStart(block, length), length);
        }

        if (block.Bytes[length - 1] == '\r')
        {
            return Break(block, length, CsvCodes.BareCarriageReturn, length - 1, length - 1);
        }

        block.EnsureRoom(length + 1);
        block.Bytes[length] = LineFeed;
        return length + 1;
    }

    private int Break(
        Block block, int length, Code code, int place, int at, FaultDetail detail = FaultDetail.None)
    {
        var column = new RecordWalk(block.Bytes.AsSpan(_scanner.RecordStart, at - _scanner.RecordStart), _delimiter).Column;
        Report(block, code, column, place, detail);
        return Break(block, length, place);
    }

    /// <summary>Passes over the record at hand, up to the first line that starts after a place.</summary>
    private int Break(Block block, int length, int place)
    {
        var start = _scanner.RecordStart;
        var end = block.Bytes.AsSpan(place, length - place).IndexOf(LineFeed);
        if (end < 0)
        {
            // The line goes on beyond the block: drop what there is of it, and the rest when it is read.
            _line += LinesBetween(block, start, length);
            _row++;
            _skipping = true;
            return start;
        }

        end += place + 1;
        var hole = new Hole(start, end, LinesBetween(block, start, end));
        block.Holes.Add(hole);
        _scanner.Skip(end, hole.Lines);
        return length;
    }

    private int QuoteStart(Block block, int at)
    {
        var start = _scanner.RecordStart;
        return start + new RecordWalk(block.Bytes.AsSpan(start, at - start), _delimiter).QuoteStart;
    }

    private void Report(Block block, Code code, int column, int place, FaultDetail detail, long number = 0)
    {
        var row = block.FirstRow + _scanner.Rows;
        var line = block.FirstLine + _scanner.Lines + LinesBetween(block, _scanner.RecordStart, place);
        HeaderBroken |= row == 1;
        _faults.Add(code, -1, new Fault(row, line, column, detail, number));
    }

    private static int LinesBetween(Block block, int start, int end) => block.Bytes.AsSpan(start, end - start).Count(LineFeed);

    private void Close(Block block, int length)
    {
        block.End = _scanner.RecordStart;
        (block.Rows, block.Lines) = (_scanner.Rows, _scanner.Lines);
        (block.AnyQuote, block.AnyCarriageReturn) = (_scanner.AnyQuote, _scanner.AnyCarriageReturn);
        (block.AnyNul, block.AnyNonAscii) = (_scanner.AnyNul, _scanner.AnyNonAscii);
        _row += block.Rows;
        _line += block.Lines;

        _restLength = length - block.End;
        if (_rest.Length < _restLength)
        {
            _rest = new byte[int.Max(_restLength, _blockBytes)];
        }

        block.Bytes.AsSpan(block.End, _restLength).CopyTo(_rest);
    }
}
