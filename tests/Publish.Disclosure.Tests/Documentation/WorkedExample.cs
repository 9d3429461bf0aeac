namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// A worked example of a page: a fenced block whose language is <c>example KIND</c>. Its settings (<c>name: value</c>)
/// come first, then one or more small tables, then <c>=></c>, then the answer.
/// </summary>
/// <param name="Page">The page's name.</param>
/// <param name="Line">The line the block starts at.</param>
/// <param name="Kind">Which calculation it shows.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Input">Its first table: the header, then the rows.</param>
/// <param name="Answer">The table that the calculation must give.</param>
internal sealed record WorkedExample(
    string Page,
    int Line,
    string Kind,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<string[]> Input,
    IReadOnlyList<string[]> Answer)
{
    public override string ToString() => $"{Page}:{Line} ({Kind})";

    /// <summary>A setting, or what holds without it.</summary>
    public string Setting(string name, string otherwise = "") => Settings.GetValueOrDefault(name, otherwise);

    /// <summary>The examples of a page, in order.</summary>
    public static IEnumerable<WorkedExample> On(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].StartsWith("```example ", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, start + 1, line => line == "```");
            Assert.True(end > start, $"{path}: the block of line {start + 1} has no end.");
            yield return Parse(Path.GetFileName(path), start + 1, lines[start]["```example ".Length..].Trim(), lines[(start + 1)..end]);
            start = end;
        }
    }

    private static WorkedExample Parse(string page, int line, string kind, string[] body)
    {
        var answer = Array.IndexOf(body, "=>");
        Assert.True(answer >= 0, $"{page}:{line}: the example has no => with an answer after it.");
        var settings = body[..answer]
            .Where(text => text.Length > 0 && text[0] != '|')
            .Select(text => text.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new WorkedExample(page, line, kind, settings, Table(body[..answer]), Table(body[(answer + 1)..]));
    }

    private static string[][] Table(string[] lines) =>
    [
        .. lines
            .Where(line => line.StartsWith('|') && line.Any(character => character is not ('|' or '-' or ':' or ' ')))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
    ];
}
