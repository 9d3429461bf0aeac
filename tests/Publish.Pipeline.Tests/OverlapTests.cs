using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// Two groupings of the same people that do not nest: who is in one county and in one union of districts is in no table, and a
/// subtraction may tell. What it would tell is held to the rules like a cell, protected, and attacked.
/// </summary>
public class OverlapTests
{
    private static readonly PolicyText People = new()
    {
        Respondent = "person",
        Columns =
        [
            ("person", "{type: text, role: identifier, required: true}"),
            ("county", "{type: text, role: key, required: true}"),
            ("union", "{type: text, role: key, required: true}"),
            ("pay", "{type: integer, role: measure, min: 0}"),
        ],
    };

    public static TheoryData<string, string, string, string> Shapes => new()
    {
        { "count", "", "count", "C1 U1 100 90 80 70 60|C1 U2 55|C2 U2 100 90 80 70 60|C3 U3 100 90 80 70 60" },
        { "{sum: pay}", ", rules: {pPercent: 10%}", "{sum: pay}", "C1 U1 50000 60000 40000 55000 30000|C1 U2 54321|C2 U2 50000 60000 40000 55000 30000|C3 U3 50000 60000 40000 55000 30000" },
        { "count, {mean: pay, decimals: 3}", "", "{sum: pay}", "C1 U1 100 90 80 70 60|C1 U2 5 7|C2 U2 100 90 80 70 60|C3 U3 100 90 80 70 60" },
        { "count, {sum: pay}", ", rules: {pPercent: 10%}", "count, {sum: pay}", "C1 U1 100 90 80 70 60 100 90 80 70 60|C1 U2 1000 1 1 1 1|C2 U2 100 90 80 70 60|C3 U3 100 90 80 70 60" },
        { "count, {sum: pay}", "", "count, {sum: pay}", "C1 U1 100 90 80 70 60|C1 U2 7000 7000 7000 7000|C2 U2 100 90 80 70 60|C3 U3 100 90 80 70 60" },
        { "count, {sum: pay}", "", "count, {sum: pay}", "C1 U1 100 90 80|C1 U2 100 90 80|C2 U1 100 90 80|C2 U2 100 90 80|C2 U3 7 9|C3 U3 100 90 80|C3 U4 100 90 80|C4 U3 100 90 80|C4 U4 100 90 80" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_small_overlap_of_two_tables_is_protected_and_found_where_it_was_not(string first, string rules, string second, string cells)
    {
        foreach (var respondent in new[] { "person", "row" })
        {
            using var desk = Some.Desk();
            var policy = Policy(first, rules, second) with { Respondent = respondent };
            var upload = await StagedUpload.OfAsync(desk, policy, Csv(cells), "overlap-" + respondent);
            Assert.Empty(upload.Audit());
            Assert.Contains(upload.Protected.Tables.SelectMany(table => table.Table.Status), status => status == CellStatus.Secondary);
            Assert.Contains(upload.Protected.Tables.SelectMany(table => table.Table.Status), status => status == CellStatus.Published);
            Assert.Equal(Verdict.Accepted, (await desk.RunAsync(policy, Csv(cells))).Verdict);

            foreach (var (_, table) in upload.Protected.Tables)
            {
                Array.Fill(table.Status, CellStatus.Published);
            }

            Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-difference");
        }
    }

    // That nobody is in a withheld combination is what no reader sees: no subtraction may take it for known.
    [Theory]
    [InlineData("groupDisclosure: [h]")]
    [InlineData("zeros: protected")]
    public async Task A_table_beside_its_own_margin_is_published_where_zeros_are_withheld(string zeros)
    {
        var accepted = 0;
        for (var seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            var rows = "abcd".SelectMany(g => "xyz".SelectMany(h => "uvw".Where(_ => random.Next(3) > 0)
                .SelectMany(k => Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"{g},{h},{k}\n"))));
            using var desk = Some.Desk();
            var policy = new PolicyText { Columns = [("g", "{type: text, role: key}"), ("h", "{type: text, role: key}"), ("k", "{type: text, role: key}")] }.With(
                $"{{name: all, kind: table, audience: public, by: [g, h, k], measures: [count], threshold: 2, {zeros}}}",
                $"{{name: margin, kind: table, audience: public, by: [g, h], measures: [count], threshold: 2, {zeros}}}");
            var receipt = await desk.RunAsync(policy, "g,h,k\n" + string.Concat(rows));
            accepted += receipt.Verdict == Verdict.Accepted ? 1 : 0;
            Assert.DoesNotContain(receipt.Findings, finding => finding.Code.StartsWith("attack-", StringComparison.Ordinal));
        }

        Assert.True(accepted >= 2);
    }

    private static PolicyText Policy(string first, string rules, string second) => People.With(
        $"{{name: counties, kind: table, audience: public, by: [county], measures: [{first}], threshold: 3{rules}}}",
        $"{{name: unions, kind: table, audience: public, by: [union], measures: [{second}], threshold: 3{rules}}}");

    private static string Csv(string cells)
    {
        var rows = cells.Split('|').Select(cell => cell.Split(' ')).SelectMany(cell => cell.Skip(2).Select(pay => $"{cell[0]},{cell[1]},{pay}"));
        return "person,county,union,pay\n" + string.Concat(rows.Select((row, i) => string.Create(CultureInfo.InvariantCulture, $"p{i},{row}\n")));
    }
}
