using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>What a receipt tells its agency of hidden cells: true of the file's rows, in words, the dearest first.</summary>
public class ExplanationTests
{
    [Fact]
    public async Task Each_hidden_row_is_explained_in_words()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);
        var text = ReceiptText.Write(receipt);

        AssertRowsAreHidden(desk, receipt, "people");
        Assert.Contains("(district, sex), 2 respondents: because fewer than 3 respondents are there\n", text, StringComparison.Ordinal);
        Assert.Matches("respondents: so that people, row [0-9]+ cannot be worked out\n", text);
        Assert.Contains("district at region and coarser", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cell_costs_is_what_the_policy_says()
    {
        using var desk = Some.Desk();
        var byRespondents = await desk.RunAsync(Some.Policy, Some.Csv);
        var byPay = await desk.RunAsync(Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 3, cost: pay", StringComparison.Ordinal)), Some.Csv, "2026-11");

        var respondents = byRespondents.Tables[0].Explained.Select(cell => cell.Respondents).ToArray();
        Assert.Equal(respondents.OrderDescending(), respondents);

        // Pay rises from row to row of the upload, so the last of the hidden cells is the dearest for each person in it.
        Assert.Equal(
            byPay.Tables[0].Explained.OrderByDescending(cell => PayOf(desk, cell.Row)).Select(cell => cell.Row),
            byPay.Tables[0].Explained.Select(cell => cell.Row));
    }

    [Fact]
    public async Task Rows_of_rounded_tables_are_those_of_the_file()
    {
        using var desk = Some.Desk();
        const string Rounded = "{name: people, kind: table, audience: public, by: {district: [district, region, all], sex: [sex, all]}, threshold: 3, rounding: {method: conventional, base: 20}}";
        var receipt = await desk.RunAsync(Some.Policy.With(Rounded), Some.Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.True(desk.Table("people").Rows.Count < receipt.Tables[0].Cells, "Some cell is rounded to 0, and not in the file.");
        AssertRowsAreHidden(desk, receipt, "people");
    }

    [Fact]
    public async Task A_cell_that_shields_one_of_another_table_names_that()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(
            Some.Policy.With(
                "{name: regions, kind: table, audience: public, by: {district: [region, all], sex: [sex, all]}, threshold: 3}",
                "{name: districts, kind: table, audience: public, by: {district: [district, region], sex: [sex, all]}, threshold: 3}"),
            Some.Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertRowsAreHidden(desk, receipt, "regions");
        AssertRowsAreHidden(desk, receipt, "districts");
    }

    [Fact]
    public async Task That_nobody_is_in_a_hidden_cell_is_told_so()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(
            Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 3, zeros: protected", StringComparison.Ordinal)),
            Some.CsvOf(["id", "district", "sex", "pay", "note"], Some.Rows.Where(row => row[1] != "Norham" || row[2] != "x")));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertRowsAreHidden(desk, receipt, "people");
        Assert.Contains("(district, sex), nobody: because nobody is there\n", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    private static void AssertRowsAreHidden(Desk desk, Receipt receipt, string release)
    {
        var rows = desk.Table(release).Rows;
        var explained = receipt.Tables.Single(table => table.Release == release).Explained;
        Assert.Equal(
            Enumerable.Range(1, rows.Count).Where(row => rows[row - 1]["status"] == "c"),
            explained.Select(cell => (int)cell.Row).Order());
    }

    private static decimal PayOf(Desk desk, long row)
    {
        var place = desk.Table("people", "2026-11").Rows[(int)row - 1];
        bool Is(string column, string own) => place[column] == "Total" || place[column] == own;
        return Some.Rows
            .Where(each => Is("district", each[1]) && Is("region", each[1].StartsWith('N') ? "North" : "South") && Is("sex", each[2]))
            .Sum(each => decimal.Parse(each[3], System.Globalization.CultureInfo.InvariantCulture));
    }
}
