using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// Protection that forgot one rule of the policy is caught by the audit, which applies every rule a second time: what a
/// milder policy decided is audited by a stricter one.
/// </summary>
public class ForgottenRuleTests
{
    private static readonly string Csv = "firm,group,trade,turnover\n"
        + Rows("baker", 900, 50, 30, 20, 10) + Rows("miller", 100, 90, 80, 70, 60) + Rows("smith", 200, 190, 180, 170, 160)
        + Rows("cook", 35, 36, 37) + Rows("potter", 55, 55, 55, 55, 55) + "X1,,smith,\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"G{i},G,tailor,{40 + i}.00\n"));

    private static readonly PolicyText Firms = new()
    {
        Respondent = "firm\nholding: group",
        Columns =
        [
            ("firm", "{type: text, role: identifier}"),
            ("group", "{type: text, role: identifier}"),
            ("trade", "{type: text, role: key, required: true}"),
            ("turnover", "{type: decimal, role: measure, decimals: 2}"),
        ],
    };

    [Theory]
    [InlineData("threshold: 4", "threshold: 2")]
    [InlineData("threshold: 2, rules: {constants: published, dominance: {n: 1, k: 80%}}", "threshold: 2, rules: {constants: published}")]
    [InlineData("threshold: 2, rules: {constants: published, dominance: {n: 3, k: 65%}}", "threshold: 2, rules: {constants: published, dominance: {n: 3, k: 98%}}")]
    [InlineData("threshold: 2, rules: {constants: published, pPercent: 10%}", "threshold: 2, rules: {constants: published}")]
    [InlineData("threshold: 2, rules: {constants: published, priorPosterior: {p: 20%, q: 60%}}", "threshold: 2, rules: {constants: published}")]
    [InlineData("threshold: 2", "threshold: 2, rules: {constants: published}")]
    public async Task A_forgotten_rule_is_noticed(string asked, string remembered)
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Asking(asked), Csv, "asked");
        Assert.Empty(upload.Audit());

        await ForgetAsync(desk, upload, remembered, Csv);

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "secret-published");
    }

    [Fact]
    public async Task A_forgotten_interval_is_noticed()
    {
        using var desk = Some.Desk();
        const string Rules = "threshold: 3, rules: {{constants: published, safetyRange: {{share: {0}%}}}}";
        var csv = "firm,group,trade,turnover\n"
            + Rows("baker", 900, 800) + Rows("miller", 100, 90, 80, 70, 60) + Rows("smith", 200, 190, 180, 170, 160, 150);
        var upload = await StagedUpload.OfAsync(desk, Asking(string.Format(CultureInfo.InvariantCulture, Rules, 60)), csv, "asked");
        Assert.Empty(upload.Audit());

        await ForgetAsync(desk, upload, string.Format(CultureInfo.InvariantCulture, Rules, 1), csv);

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-interval");
    }

    private static async Task ForgetAsync(Desk desk, StagedUpload upload, string remembered, string csv)
    {
        var forgetful = await StagedUpload.OfAsync(desk, Asking(remembered), csv, "forgetful");
        upload.Protected = forgetful.Protected with
        {
            Tables = [(upload.Protected.Tables[0].Plan, forgetful.Protected.Tables[0].Table)],
        };
        Assert.Contains(CellStatus.Published, upload.Protected.Tables[0].Table.Status);
    }

    private static PolicyText Asking(string rules) =>
        Firms.With($"{{name: turnover, kind: table, audience: public, by: [trade], measures: [count, {{sum: turnover}}], {rules}}}");

    private static string Rows(string trade, params int[] values) => string.Concat(values.Select((value, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{trade}{i},,{trade},{value}.00\n")));
}
