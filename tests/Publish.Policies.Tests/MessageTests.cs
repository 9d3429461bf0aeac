namespace Publish.Policies.Tests;

public sealed class MessageTests
{
    [Theory]
    [InlineData("tresohld", "It is 'tresohld'. Did you mean 'threshold'?")]
    [InlineData("Threshold", "It is 'Threshold'. Did you mean 'threshold'?")]
    [InlineData("treshold", "It is 'treshold'. Did you mean 'threshold'?")]
    public void An_unknown_key_comes_with_the_nearest_known_one(string key, string detail)
    {
        var (findings, _) = Some.ReadMarked(Some.With(Some.Tables, "    threshold: 10", $"    {key}: 10"));

        Assert.Equal(detail, Assert.Single(findings).Detail);
    }

    [Fact]
    public void An_unknown_key_that_is_like_no_other_comes_with_the_known_ones()
    {
        var (findings, _) = Some.ReadMarked(Some.With(Some.Tables, "  theme: [", "  wibble: ["));

        Assert.Equal(
            "It is 'wibble'. Known here: 'licence', 'contactPoint', 'creator', 'publisher', 'updateFrequency', 'keyword', 'theme', 'spatial'.",
            Assert.Single(findings).Detail);
    }

    [Fact]
    public void A_message_says_where_what_and_what_to_do()
    {
        var (findings, _) = Some.ReadMarked(Some.With(Some.Tables, "status: active", "status: actve"));

        Assert.Equal(
            "road-casualties.yaml:19:11: The value is not one of the words permitted here. 'actve' is not one of 'draft', 'active', "
            + "'suspended', 'ended'. Did you mean 'active'? Use one of the words permitted. [policy-value-choice]",
            Assert.Single(findings).ToString());
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file()
    {
        var text = Some.Tables
            .Replace("status: active", "status: ¦actve", StringComparison.Ordinal)
            .Replace("min: 0, max: 120", "min: ¦121, max: 120", StringComparison.Ordinal)
            .Replace("totalMark: Everyone", "totalMark: ¦E01", StringComparison.Ordinal)
            .Replace("threshold: 10", "threshold: ¦0", StringComparison.Ordinal);

        var (findings, places) = Some.ReadMarked(text);

        Assert.Equal(places, findings.Select(finding => finding.Place));
        Assert.Equal(
            ["policy-value-choice", "policy-bound-order", "policy-total-mark", "policy-value-range"],
            findings.Select(finding => finding.Code.Id));
    }

    [Fact]
    public void A_refused_column_is_not_held_against_what_uses_it()
    {
        var text = Some.With(Some.Tables, "age: { type: integer, role: key,", "age: { type: ¦intger, role: ¦kee,");

        var (findings, places) = Some.ReadMarked(text);

        Assert.Equal(places, findings.Select(finding => finding.Place));
        Assert.All(findings, finding => Assert.Equal(PolicyCodes.ValueChoice, finding.Code));
    }

    [Theory]
    [InlineData("\u001B[31mred")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2028b")]
    [InlineData("a\nb")]
    [InlineData("a\u0000b")]
    public void What_is_quoted_cannot_act_on_a_terminal(string key)
    {
        var escaped = string.Concat(key.Select(character => $"\\u{(int)character:X4}"));
        var (findings, _) = Some.ReadMarked(Some.With(Some.Tables, "    threshold: 10", $"    \"{escaped}\": 1\n    threshold: 10"));

        var message = Assert.Single(findings).ToString();

        Assert.DoesNotContain(message, character => char.IsControl(character) || character is '\u202E' or '\u2028');
    }

    [Fact]
    public void What_is_quoted_is_cut_short()
    {
        var (findings, _) = Some.ReadMarked(Some.With(Some.Tables, "    threshold: 10", $"    {new string('x', 900)}: 1\n    threshold: 10"));

        Assert.InRange(Assert.Single(findings).Detail!.Length, 1, 400);
    }
}
