using System.Text;
using System.Text.Unicode;
using Publish.Csv.Faults;

namespace Publish.Csv.Records;

/// <summary>Compares the first record with the declared columns. The order of columns is free; labels are exact.</summary>
internal sealed class HeaderReader(IReadOnlyList<CsvColumn> columns, byte delimiter, FaultLog faults)
{
    private readonly Dictionary<string, int> _exact = IndexBy(columns, name => name);
    private readonly Dictionary<string, int> _similar = IndexBy(columns, Simplified);

    /// <summary>Takes the first record off the first block.</summary>
    /// <param name="block">Starts with the header, whose structure is sound.</param>
    public HeaderLayout Read(Block block)
    {
        var labels = new List<string?>();
        var length = Split(block.Bytes.AsSpan(block.Start, block.End - block.Start), labels);
        var lines = block.Bytes.AsSpan(block.Start, length).Count((byte)'\n');
        block.Start += length;
        block.FirstRow++;
        block.FirstLine += lines;
        block.Rows--;
        block.Lines -= lines;
        return Match(labels);
    }

    private int Split(Span<byte> text, List<string?> labels)
    {
        var inside = false;
        var start = 0;
        for (var i = 0; ; i++)
        {
            inside ^= text[i] == '"';
            if (!inside && (text[i] == delimiter || text[i] == '\n'))
            {
                var end = text[i] == '\n' && i > start && text[i - 1] == '\r' ? i - 1 : i;
                labels.Add(Label(text[start..end], labels.Count));
                start = i + 1;
                if (text[i] == '\n')
                {
                    return start;
                }
            }
        }
    }

    private string? Label(ReadOnlySpan<byte> cell, int position)
    {
        var valid = Utf8.IsValid(cell);
        if (!valid || cell.Contains((byte)0))
        {
            faults.Add(valid ? CsvCodes.NulByte : CsvCodes.EncodingError, -1, InHeader(position));
            return null;
        }

        var text = Encoding.UTF8.GetString(cell);
        return text.StartsWith('"') ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private HeaderLayout Match(List<string?> labels)
    {
        var layout = new HeaderLayout(labels.Count, columns.Count);
        if (!labels.Exists(label => label is not null && _similar.ContainsKey(Simplified(label))))
        {
            faults.Add(CsvCodes.MissingHeader, -1, new Fault(1, 1, 0));
            return layout;
        }

        for (var position = 0; position < labels.Count; position++)
        {
            MatchExactly(labels[position], position, layout);
        }

        for (var position = 0; position < labels.Count; position++)
        {
            MatchSimilar(labels[position], position, layout);
        }

        for (var column = 0; column < columns.Count; column++)
        {
            if (layout.PositionOf(column) < 0)
            {
                faults.Add(CsvCodes.MissingLabel, column, new Fault(1, 1, 0));
            }
        }

        return layout;
    }

    private void MatchExactly(string? label, int position, HeaderLayout layout)
    {
        if (label is null || !_exact.TryGetValue(label, out var column))
        {
            return;
        }

        if (layout.PositionOf(column) < 0)
        {
            layout.Assign(position, column);
        }
        else
        {
            faults.Add(CsvCodes.DuplicateLabel, column, InHeader(position));
        }
    }

    private void MatchSimilar(string? label, int position, HeaderLayout layout)
    {
        if (label is null || _exact.ContainsKey(label))
        {
            return;
        }

        if (_similar.TryGetValue(Simplified(label), out var column) && layout.PositionOf(column) < 0)
        {
            layout.Assign(position, column);
            faults.Add(CsvCodes.IncorrectLabel, column, InHeader(position));
            return;
        }

        faults.Add(string.IsNullOrWhiteSpace(label) ? CsvCodes.BlankHeader : CsvCodes.ExtraLabel, -1, InHeader(position));
    }

    private static Fault InHeader(int position) => new(1, 1, position + 1);

    private static string Simplified(string label) =>
        string.Concat(label.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();

    private static Dictionary<string, int> IndexBy(IReadOnlyList<CsvColumn> columns, Func<string, string> key)
    {
        var index = new Dictionary<string, int>(columns.Count, StringComparer.Ordinal);
        for (var column = 0; column < columns.Count; column++)
        {
            index.TryAdd(key(columns[column].Name), column);
        }

        return index;
    }
}
