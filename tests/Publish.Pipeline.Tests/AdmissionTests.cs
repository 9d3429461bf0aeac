using System.Text;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

public class AdmissionTests
{
    public static TheoryData<string> Refusals =>
    [
        "agreement-missing", "agreement-not-active", "agreement-not-started", "agreement-ended", "agreement-dpia-missing",
        "agreement-dpia-not-approved", "agreement-dpia-in-future", "agreement-column-not-disclosed",
        "agreement-audience-not-recipient", "agreement-retention-missing",
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_of_the_agreement_reaches_a_kept_receipt(string code)
    {
        using var desk = Some.Desk();
        AssertRejected(desk, await desk.RunAsync(Refused(code), Some.Csv), code);
    }

    [Theory]
    [InlineData("2026/10")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("2026-10\n")]
    public async Task An_edition_that_is_no_name_is_refused(string edition)
    {
        using var desk = Some.Desk();
        AssertRejected(desk, await desk.RunAsync(Some.Policy, Some.Csv, edition), "admission-edition-name");
    }

    [Fact]
    public async Task Uploads_for_two_editions_that_are_no_names_have_a_receipt_each()
    {
        using var desk = Some.Desk();
        var one = await desk.RunAsync(Some.Policy, Some.Csv, "2026/10");
        var other = await desk.RunAsync(Some.Policy, Some.Csv, "2026/11");
        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal(2, Desk.FilesBelow(desk.PrivateRoot).Keys.Count(name => name.EndsWith(".json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_missing_policy_is_refused()
    {
        using var desk = Some.Desk();
        AssertRejected(desk, await desk.RunFileAsync(Path.Combine(desk.Inbox, "none.yaml"), desk.Write("u.csv", Some.Csv)), "policy-not-found");
    }

    [Fact]
    public async Task A_missing_upload_is_refused()
    {
        using var desk = Some.Desk();
        var policy = desk.Write("policy.yaml", Some.Policy.ToString());
        AssertRejected(desk, await desk.RunFileAsync(policy, Path.Combine(desk.Inbox, "none.csv")), "upload-not-found");
        AssertRejected(desk, await desk.RunFileAsync(policy, desk.Inbox), "upload-not-found");
    }

    [Fact]
    public async Task A_policy_that_is_not_UTF_8_is_refused()
    {
        using var desk = Some.Desk();
        var policy = desk.Write("policy.yaml", Encoding.Latin1.GetBytes((Some.Policy with { Title = "Löhne" }).ToString()));
        AssertRejected(desk, await desk.RunFileAsync(policy, desk.Write("u.csv", Some.Csv)), "policy-not-text");
    }

    [Fact]
    public async Task A_policy_with_a_fault_is_refused_with_its_line()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy with { Respondent = "nobody" }, Some.Csv);
        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        Assert.Contains(receipt.Findings.SelectMany(f => f.First), place => place.Place == "policy.yaml:7:13");
    }

    [Fact]
    public async Task A_missing_file_of_levels_is_refused()
    {
        using var desk = new Desk();
        AssertRejected(desk, await desk.RunAsync(Some.Policy, Some.Csv), "policy-not-found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("district,region\n")]
    [InlineData("district,area\nNorham,North\n")]
    [InlineData("district,region\nNorham\n")]
    [InlineData("district,region\nNorham,\n")]
    [InlineData("district,region\nNorham,North\nNorham,South\n")]
    [InlineData("district,region\nNorham,\"North\n")]
    [InlineData("district,region\nNorham,=1+1\n")]
    [InlineData("district,region\nNorham,Total\n")]
    public async Task A_faulty_file_of_levels_is_refused(string text)
    {
        using var desk = Some.Desk();
        desk.Write("districts.csv", text);
        AssertRejected(desk, await desk.RunAsync(Some.Policy, Some.Csv), "levels-file-faults");
    }

    [Fact]
    public async Task A_file_of_levels_that_does_not_nest_is_refused()
    {
        using var desk = Some.Desk();
        desk.Write("districts.csv", "district,region,land\nNorham,North,A\nNorton,North,B\n");
        var policy = Some.Policy with { Hierarchies = [("district", "{levels: {file: districts.csv, names: [region, land]}}")] };
        AssertRejected(desk, await desk.RunAsync(policy, Some.Csv), "levels-file-faults");
    }

    [Fact]
    public async Task The_first_and_the_last_day_of_an_agreement_belong_to_it()
    {
        foreach (var day in new[] { "2026-03-01", "2026-03-31" })
        {
            using var desk = Some.Desk();
            desk.Time.Now = DateTimeOffset.Parse(day + "T23:59:59Z", System.Globalization.CultureInfo.InvariantCulture);
            var receipt = await desk.RunAsync(Some.Policy with { Starts = "2026-03-01", Ends = "2026-03-31" }, Some.Csv);
            Assert.Equal(Verdict.Accepted, receipt.Verdict);
        }
    }

    private static PolicyText Refused(string code) => code switch
    {
        "agreement-missing" => Some.Policy with { HasAgreement = false },
        "agreement-not-active" => Some.Policy with { Status = "suspended" },
        "agreement-not-started" => Some.Policy with { Starts = "2026-11-03" },
        "agreement-ended" => Some.Policy with { Ends = "2026-11-01" },
        "agreement-dpia-missing" => Some.Policy with { Dpia = null },
        "agreement-dpia-not-approved" => Some.Policy with { Dpia = "{reference: D, date: 2026-01-12, outcome: pending}" },
        "agreement-dpia-in-future" => Some.Policy with { Dpia = "{reference: D, date: 2026-11-03, outcome: approved}" },
        "agreement-column-not-disclosed" => Some.Policy with { Undisclosed = "pay" },
        "agreement-audience-not-recipient" => Some.Policy with { Recipients = "[partners]" },
        _ => Some.Policy with { Retention = null },
    };

    private static void AssertRejected(Desk desk, Receipt receipt, string code)
    {
        Assert.True(receipt.Verdict == Verdict.Rejected, ReceiptText.Write(receipt));
        Assert.Equal(code, Assert.Single(receipt.Findings.Select(f => f.Code).Distinct()));
        Assert.All(receipt.Findings, finding => Assert.True(finding.Remedy.Length > 0));
        Assert.StartsWith("REJECTED", ReceiptText.Write(receipt), StringComparison.Ordinal);
        Assert.Contains(Desk.FilesBelow(desk.PrivateRoot), file => file.Key.EndsWith($"{receipt.Id}.json", StringComparison.Ordinal)
            && ReceiptJson.Read(file.Value).Findings[0].Code == code);
        Assert.Empty(desk.PublicFiles());
    }
}
