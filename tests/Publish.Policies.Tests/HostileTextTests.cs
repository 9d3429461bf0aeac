using System.Diagnostics.CodeAnalysis;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Publish.Policies.Tests;

public sealed class HostileTextTests
{
    private const long EnoughMemory = 300L << 20;

    public static TheoryData<string, string> Bombs => new()
    {
        { "policy-too-deep", new string('[', 1_000_000) },
        { "policy-too-deep", new string('{', 1_000_000) },
        { "policy-too-deep", string.Concat(Enumerable.Repeat("- ", 500_000)) },
        { "policy-too-deep", string.Concat(Enumerable.Repeat("? ", 500_000)) },
        { "policy-too-deep", string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', i) + "a:\n")) },
        { "policy-alias", "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}: &b{i} [*a, *a, *a]\n")) },
        { "policy-unknown-key", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: 1\n")) },
        { "policy-duplicate-key", string.Concat(Enumerable.Repeat("a: 1\n", 50_000)) },
        { "policy-length", "columns:\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  c{i}: {{}}\n")) },
        { "policy-value-form", "columns:\n  ? " + new string('c', 100_000) + "\n  : [" + string.Concat(Enumerable.Repeat("a,", 50_000)) + "a]\n" },
        { "policy-length", "releases:\n- kind: records\n  columns: [" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"c{i}, ")) + "]\n" },
        { "policy-unknown-column", Some.Tables.Replace("    rate: to compare\n", string.Concat(Enumerable.Range(0, 4000).Select(i => $"    unknown{i}: x\n")), StringComparison.Ordinal) },
        { "policy-too-large", new string('#', 10_000_000) },
        { "policy-documents", "" },
        { "policy-documents", "# nothing but this\n" },
        { "policy-documents", string.Concat(Enumerable.Repeat("--- a\n", 150_000)) },
        { "policy-value-kind", new string('a', 1_000_000) },
        { "policy-value-kind", "- " + string.Concat(Enumerable.Repeat("a\n- ", 50_000)) },
        { "policy-yaml", "\"" + new string('a', 1_000_000) },
        { "policy-yaml", "a: b: c" },
        { "policy-yaml", "a:\n\tb: c" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    [SuppressMessage("Style", "xUnit1045", Justification = "Long texts are what this is about.")]
    public void A_bomb_is_refused_with_bounded_memory(string code, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = PolicyReader.Read(text, Some.File);

        Assert.Contains(reading.Findings, finding => finding.Code.Id == code);
        Assert.InRange(reading.Findings.Count, 1, 501);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, EnoughMemory);
    }

    [Theory]
    [InlineData("(((((a{999}){999}){999}){999}){999})")]
    [InlineData("(a|b|c|d|e){900}[0-9]{900}")]
    [InlineData("((((((((((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*")]
    [InlineData("\\p{L}{1000}\\w{1000}")]
    public void A_pattern_that_would_explode_is_refused_or_harmless(string pattern)
    {
        var text = Some.With(Some.Tables, @"pattern: 'E\d{2}'", $"pattern: '{pattern}'");

        Assert.All(
            PolicyReader.Read(text, Some.File).Findings,
            finding => Assert.Contains(finding.Code.Id, new[] { "policy-pattern", "policy-value-unfit" }));
    }

    [Fact]
    public void More_findings_than_are_listed_are_announced()
    {
        var findings = PolicyReader.Read(string.Concat(Enumerable.Range(0, 1000).Select(i => $"k{i}: 1\n")), Some.File).Findings;

        Assert.Equal(501, findings.Count);
        Assert.Equal(PolicyCodes.MoreFindings, findings[^1].Code);
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Some.Tables), 0xE9];

        Assert.Equal(PolicyCodes.Encoding, Assert.Single(PolicyReader.Read(bytes, Some.File).Findings).Code);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_make_no_difference()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Some.Tables.ReplaceLineEndings("\r\n"))];

        Assert.True(PolicyReader.Read(bytes, Some.File).IsRight);
    }

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Assert.Equal(PolicyCodes.TooLarge, Assert.Single(PolicyReader.Read(new byte[10_000_000], Some.File).Findings).Code);

    [Fact]
    public void Random_mutations_never_throw_and_give_a_policy_or_places()
    {
        const string characters = "\n\r\t :-[]{}'\"|>&*!%@`#,?~<=\\0129.aeZé\uFEFF\uD800\u2028\0";
        string[] tokens =
        [
            "null", "true", "- ", "? ", "<<: ", "&a ", "*a", "!!int ", "---\n", "...\n", "all", "row", "count", "1e9", "-1", "0.5",
            "99999999999999999999", "2026-02-30", "kind: records", "by: ", "levels: ", "{}", "[]", "\"\"", "key", "drop", "measure",
        ];
        var insertion = Gen.OneOf(
            Gen.Elements(characters.ToCharArray()).Select(character => character.ToString()),
            Gen.Elements(tokens));
        var edit =
            from at in Gen.Choose(0, 100_000)
            from length in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(0, 12)), (1, Gen.Choose(0, 200)))
            from text in Gen.OneOf(Gen.Constant(""), insertion)
            select (at, length, text);
        var mutated =
            from policy in Gen.Elements(Some.Tables, Some.Records)
            from edits in Gen.NonEmptyListOf(edit)
            select edits.Take(6).Aggregate(policy, (text, change) => Apply(text, change.at, change.length, change.text));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261005, 77),
            Prop.ForAll(mutated.ToArbitrary(), CheckPolicyOrPlaces));
    }

    private static void CheckPolicyOrPlaces(string text)
    {
        var reading = PolicyReader.Read(text, Some.File);

        Assert.Equal(reading.IsRight, reading.Findings.Count == 0);
        var lines = text.Count(character => character is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085') + 2;
        foreach (var finding in reading.Findings)
        {
            var parts = finding.Place.Split(':');
            Assert.Equal((3, Some.File), (parts.Length, parts[0]));
            Assert.InRange(int.Parse(parts[1], null), 1, lines);
            Assert.InRange(int.Parse(parts[2], null), 1, text.Length + 2);
        }
    }

    private static string Apply(string text, int at, int length, string insertion)
    {
        var start = at % (text.Length + 1);
        return string.Concat(text.AsSpan(0, start), insertion, text.AsSpan(int.Min(text.Length, start + length)));
    }
}
