using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// Examples from the definitions themselves: the NHS Data Dictionary, NIM39110, Ofcom's numbers for drama, the card
/// schemes' test numbers.
/// </summary>
public class IdentifierTests
{
    [Theory]
    [InlineData("943 476 5919")]
    [InlineData("9434765919")]
    [InlineData("401-023-2137")]
    [InlineData("QQ123456C", false)]
    [InlineData("AB123456C")]
    [InlineData("AB 12 34 56 D")]
    [InlineData("someone@example.org")]
    [InlineData("first.last+tag@mail.example.co.uk")]
    [InlineData("020 7946 0958")]
    [InlineData("+44 7700 900123")]
    [InlineData("(0161) 496 0123")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("378282246310005")]
    [InlineData("SW1A 1AA")]
    [InlineData("M11AE")]
    [InlineData("GIR 0AA")]
    [InlineData("GIR 0AB", false)]
    [InlineData("943 476 5918", false)]
    [InlineData("94347659190", false)]
    [InlineData("BG123456C", false)]
    [InlineData("AO123456C", false)]
    [InlineData("AB123456E", false)]
    [InlineData("AB12345C", false)]
    [InlineData("someone at example", false)]
    [InlineData("@someone.org", false)]
    [InlineData("a@b", false)]
    [InlineData("4111 1111 1111 1112", false)]
    [InlineData("0000 0000 0000 0000", false)]
    [InlineData("SW1A", false)]
    [InlineData("SW1A 1", false)]
    [InlineData("SW1A 1CI", false)]
    [InlineData("2026-10-31", false)]
    [InlineData("E09000001", false)]
    [InlineData("0958", false)]
    public async Task A_column_full_of_identifiers_is_a_fault_and_of_things_like_them_is_none(string cell, bool isIdentifier = true)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Csv(100, _ => cell), check: true);
        if (isIdentifier)
        {
            var finding = Assert.Single(receipt.Findings);
            Assert.Equal((Verdict.Rejected, "personal-identifiers"), (receipt.Verdict, finding.Code));
            Assert.All(finding.First, place => Assert.Equal("column 'note'", place.Place));
        }
        else
        {
            Assert.Equal(Verdict.Accepted, receipt.Verdict);
        }
    }

    [Theory]
    [InlineData("943 476 5919", 50, true)]
    [InlineData("943 476 5919", 49, false)]
    [InlineData("AB123456C", 1, true)]
    [InlineData("someone@example.org", 1, true)]
    [InlineData("020 7946 0958", 5, true)]
    [InlineData("020 7946 0958", 4, false)]
    [InlineData("4111 1111 1111 1111", 49, false)]
    [InlineData("4111 1111 1111 1111", 50, true)]
    [InlineData("SW1A 1AA", 24, false)]
    [InlineData("SW1A 1AA", 25, true)]
    public async Task The_share_of_filled_cells_decides(string cell, int percent, bool isFault)
    {
        using var desk = Some.Desk();

        // As many empty cells again, which do not count.
        var receipt = await desk.RunAsync(Some.Policy, Csv(200, i => i >= 100 ? "" : i < percent ? cell : "nothing"), check: true);
        Assert.Equal(isFault ? Verdict.Rejected : Verdict.Accepted, receipt.Verdict);
    }

    [Fact]
    public async Task Random_numbers_of_ten_digits_are_no_NHS_numbers()
    {
        using var desk = Some.Desk();
        var random = new Random(11);
        var receipt = await desk.RunAsync(
            Some.Policy, Csv(400, _ => random.NextInt64(4_000_000_000, 8_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture)), check: true);
        Assert.Equal(Verdict.Accepted, receipt.Verdict);
    }

    [Fact]
    public async Task A_column_of_whole_numbers_is_looked_at_too()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { Columns = [.. Some.Policy.Columns.SkipLast(1), ("note", "{type: integer, role: drop}")] };
        var receipt = await desk.RunAsync(policy, Csv(100, _ => "9434765919"), check: true);
        Assert.Equal("personal-identifiers", Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task A_declared_identifier_may_hold_identifiers()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { Columns = [.. Some.Policy.Columns.SkipLast(1), ("note", "{type: text, role: identifier}")] };
        Assert.Equal(Verdict.Accepted, (await desk.RunAsync(policy, Csv(100, _ => "943 476 5919"), check: true)).Verdict);
    }

    private static string Csv(int rows, Func<int, string> note) => Some.CsvOf(
        ["id", "district", "sex", "pay", "note"],
        Enumerable.Range(0, rows).Select(i => new[] { $"P{i}", i % 2 == 0 ? "Norham" : "Sutton", "x", $"{i + 1}.00", note(i) }));
}
