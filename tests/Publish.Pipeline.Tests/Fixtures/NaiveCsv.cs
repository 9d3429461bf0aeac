using System.Text;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Published CSV, read letter by letter by the shortest reader there is.</summary>
internal sealed record NaiveCsv(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public static NaiveCsv Read(string text)
    {
        var records = Records(text);
        return new NaiveCsv(
            records[0],
            [.. records.Skip(1).Select(cells =>
            {
                Assert.Equal(records[0].Count, cells.Count);
                return records[0].Zip(cells).ToDictionary(c => c.First, c => c.Second);
            })]);
    }

    private static List<List<string>> Records(string text)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[i++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && text[i] is ',' or '\n')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        Assert.Empty(record);
        return records;
    }
}
