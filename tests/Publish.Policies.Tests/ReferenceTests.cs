using System.Text.RegularExpressions;
using Publish.Policies.Format;

namespace Publish.Policies.Tests;

public sealed partial class ReferenceTests
{
    private const string Document = "docs/policy.md";
    private const string Begin = "<!-- keys: generated -->\n";
    private const string End = "<!-- end of keys -->\n";

    private readonly string _text = File.ReadAllText(CommittedFile.PathOf(Document));

    [Fact]
    public void The_reference_of_keys_is_current()
    {
        var (begin, end) = (_text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, _text.IndexOf(End, StringComparison.Ordinal));

        CommittedFile.MustBe(Document, _text[..begin] + PolicyReference.Generate() + "\n" + _text[end..]);
    }

    [Fact]
    public void Every_complete_policy_in_the_reference_is_right()
    {
        var policies = Fence().Matches(_text).Select(match => match.Groups[1].Value)
            .Where(yaml => yaml.Contains("policy: 1", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal(2, policies.Length);
        Assert.All(policies, yaml => Assert.Empty(PolicyReader.Read(yaml, "policy.md").Findings));
    }

    [Fact]
    public void Examples_name_the_schema_on_their_first_line() =>
        Assert.Equal(2, Fence().Matches(_text).Count(match => match.Groups[1].Value.StartsWith("# yaml-language-server: $schema=", StringComparison.Ordinal)));

    [Fact]
    public void Every_part_has_its_table()
    {
        Assert.Contains($"### `{PolicyFormat.Root.Name}`", _text, StringComparison.Ordinal);
        Assert.Contains("| `suppressionLimit` |", _text, StringComparison.Ordinal);
        Assert.Contains("| `lawfulBasis` * |", _text, StringComparison.Ordinal);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
