using System.Text;

namespace Publish.Csv.Tests;

/// <summary>
/// Reads delimited text by the book (RFC 4180 and the recovery rules of CsvFormat's documentation), one character at a
/// time over a string. The oracle: shares no code with the product.
/// </summary>
internal sealed class NaiveReader(string text, char delimiter, int longest)
{
    private readonly List<(string Code, long Row, long Line, int Column)> _faults = [];
    private readonly List<(long Row, long Line, List<string> Cells, bool Blank)> _records = [];

    public IReadOnlyList<(string Code, long Row, long Line, int Column)> Faults => _faults;

    public IReadOnlyList<(long Row, long Line, List<string> Cells, bool Blank)> Records => _records;

    public long Rows { get; private set; }

    public NaiveReader ReadAll()
    {
        var position = 0;
        while (position < text.Length)
        {
            Rows++;
            position = ReadRecord(position);
        }

        return this;
    }

    private int ReadRecord(int start)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var window = (int)Math.Min((long)start + longest, text.Length);
        var (state, cellQuote) = ('s', -1);
        for (var i = start; i < window; i++)
        {
            var c = text[i];
            switch (state)
            {
                case 's' when c == '"':
                    (state, cellQuote) = ('q', i);
                    break;
                case 'q' when c == '"':
                    state = 'e';
                    break;
                case 'q':
                    cell.Append(c);
                    break;
                case 'e' when c == '"':
                    cell.Append(c);
                    state = 'q';
                    break;
                case 'r' when c != '\n':
                    return Fault("bare-carriage-return", start, i - 1, i - 1, cells.Count + 1);
                case 's' or 'u' or 'e' or 'r' when c == delimiter || c == '\n':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    if (c == '\n')
                    {
                        var length = i - start - (state == 'r' ? 1 : 0);
                        _records.Add((Rows, LineOf(start), cells, length == cells.Count - 1 && cells.All(x => x.Length == 0)));
                        return i + 1;
                    }

                    (state, cellQuote) = ('s', -1);
                    break;
                case 's' or 'u' or 'e' when c == '\r':
                    state = 'r';
                    break;
                case 'e':
                    return Fault("text-after-quote", start, cellQuote, cellQuote, cells.Count + 1);
                case 'u' when c == '"':
                    return Fault("stray-quote", start, i, i, cells.Count + 1);
                default:
                    cell.Append(c);
                    state = 'u';
                    break;
            }
        }

        if (window == text.Length)
        {
            return EndOfFile(start, state, cellQuote, cells, cell);
        }

        return state == 'q' && text.IndexOf('\n', cellQuote, window - cellQuote) >= 0
            ? Fault("unterminated-quote", start, cellQuote, cellQuote, cells.Count + 1)
            : Fault("record-too-long", start, start, window, 0);
    }

    private int EndOfFile(int start, char state, int cellQuote, List<string> cells, StringBuilder cell)
    {
        if (state == 'q')
        {
            return Fault("unterminated-quote", start, cellQuote, cellQuote, cells.Count + 1);
        }

        if (state == 'r')
        {
            return Fault("bare-carriage-return", start, text.Length - 1, text.Length - 1, cells.Count + 1);
        }

        cells.Add(cell.ToString());
        var length = text.Length - start;
        _records.Add((Rows, LineOf(start), cells, length == cells.Count - 1 && cells.All(x => x.Length == 0)));
        return text.Length;
    }

    private int Fault(string code, int start, int place, int from, int column)
    {
        _faults.Add((code, Rows, LineOf(place), column));
        var end = from < text.Length ? text.IndexOf('\n', from) : -1;
        return end < 0 ? text.Length : end + 1;
    }

    private long LineOf(int position) => 1 + text.AsSpan(0, position).Count('\n');
}
