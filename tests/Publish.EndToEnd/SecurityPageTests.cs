using System.Text.RegularExpressions;

namespace Publish.EndToEnd;

/// <summary>The page of threats names tests that are there.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_that_the_page_names_is_there()
    {
        var there = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Method().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(there.Count > 500, "Too few tests were found.");
        var named = Lines.SelectMany(NamesIn).Distinct().ToArray();
        Assert.True(named.Length > 30, "Too few tests are named.");
        Assert.Empty(named.Except(there));
    }

    [Fact]
    public void Every_threat_has_a_control_and_a_test()
    {
        var threats = Lines
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat |", StringComparison.Ordinal))
            .ToArray();
        Assert.True(threats.Length > 20);
        Assert.All(threats, line =>
        {
            var cells = line.Trim('|', ' ').Split(" | ");
            Assert.Equal(3, cells.Length);
            Assert.NotEmpty(NamesIn(cells[2]));
        });
    }

    private static IEnumerable<string> NamesIn(string line) => Sentence().Matches(line).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"public (?:async Task|Task|void) (\w+)\(")]
    private static partial Regex Method();
}
