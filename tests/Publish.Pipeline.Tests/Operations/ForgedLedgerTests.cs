using System.Text.Json.Nodes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>
/// Somebody who may write the ledger and create decisions, as every operator may, makes a version look as if a colleague had
/// approved it, or as if its time had come.
/// </summary>
public sealed class ForgedLedgerTests
{
    private const string Records = "ledger/uploads/";
    private static readonly PolicyText NeedsApproval = Some.Policy with { Publication = "{approval: true}" };
    private static readonly Signature Colleague = new("B Colleague", "Looks right.");

    [Fact]
    public async Task A_version_that_only_looks_approved_is_held()
    {
        using var office = await SentAsync(NeedsApproval);
        await ForgeAsync(office, Records, record => record["state"] = "embargoed");
        await AssertHeldAsync(office);
    }

    [Theory]
    [InlineData("A Sender")]
    [InlineData(" a SENDER")]
    public async Task A_line_by_the_sender_approves_nothing_whatever_the_ledger_says_of_who_sent_it(string by)
    {
        using var office = await SentAsync(NeedsApproval);
        await ForgeAsync(office, Records, record => record["uploader"] = "Somebody Else");
        await new Approval(office.Context() with { CarriesOut = false }).ApproveAsync(Office.Edition, new Signature(by, "Fine."), default);
        Assert.Contains(await office.DecisionsAsync(), decision => decision.Kind == DecisionKind.Approve);
        await AssertHeldAsync(office);
    }

    [Fact]
    public async Task An_approval_of_an_earlier_round_approves_no_later_one()
    {
        using var office = await SentAsync(NeedsApproval);
        var file = office.PrivateFiles().Keys.Single(name => name.StartsWith("staging/waiting/", StringComparison.Ordinal) && name.EndsWith("people.csv", StringComparison.Ordinal));
        await office.PutAsync(file, "district,count\nNorham,2\n");
        Assert.Equal(UploadState.Held, (await new Approval(office.Context()).ApproveAsync(Office.Edition, Colleague, default)).State);

        await new Redo(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "Once more."), default);
        await office.OnUploadAsync();
        await ForgeAsync(office, Records, record => record["state"] = "embargoed");
        await new Scheduled(office.Context()).RunAsync(default);
        Assert.Empty(office.PublicFiles());
        Assert.Equal(UploadState.Held, Assert.Single(await office.RecordsAsync()).State);
    }

    [Fact]
    public async Task What_one_approved_and_another_rejected_is_held()
    {
        using var office = await SentAsync(NeedsApproval);
        var record = Assert.Single(await office.RecordsAsync());
        await new Approval(office.Context() with { CarriesOut = false }).RejectAsync(Office.Edition, new Signature("C Head", "No."), default);
        await ForgeAsync(office, Records, forged => forged["state"] = "awaitingApproval");
        await new Approval(office.Context() with { CarriesOut = false }).ApproveAsync(Office.Edition, Colleague, default);
        Assert.Equal(2, (await office.DecisionsAsync()).Count(decision => decision.Receipt == record.Receipt));
        await AssertHeldAsync(office);
    }

    [Fact]
    public async Task A_version_that_only_looks_rejected_is_held()
    {
        using var office = await SentAsync(NeedsApproval);
        await ForgeAsync(office, Records, record => record["state"] = "rejected");
        await AssertHeldAsync(office);
    }

    [Fact]
    public async Task A_version_whose_time_was_brought_forward_waits_for_its_own()
    {
        using var office = await SentAsync(Some.Policy with { Publication = "{at: \"2027-01-01T00:00:00Z\"}" });
        await ForgeAsync(office, Records, record => record["due"] = "2026-01-01T00:00:00+00:00");
        Assert.Equal(0, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Empty(office.PublicFiles());
        office.Time.Now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await new Scheduled(office.Context()).RunAsync(default));
    }

    [Fact]
    public async Task An_edition_that_only_the_ledger_calls_published_still_needs_approval()
    {
        using var office = await SentAsync(NeedsApproval);
        var receipt = Assert.Single(office.Receipts());
        await office.PutAsync(
            "ledger/some-agency/some-things/editions/2026-10.json",
            $$"""{ "contentSha256": "{{receipt.Upload!.Sha256}}", "policySha256": "{{receipt.Policy!.Sha256}}", "version": "v1.0.0", "state": "published", "before": { } }""");
        await ForgeAsync(office, Records, record => record["state"] = "received");
        Assert.Equal(UploadState.AwaitingApproval, (await office.OnUploadAsync())!.State);
        await new Scheduled(office.Context()).RunAsync(default);
        Assert.Empty(office.PublicFiles());
    }

    [Fact]
    public async Task A_withdrawal_without_its_line_is_not_carried_out_and_said()
    {
        using var office = await SentAsync(Some.Policy);
        var before = office.PublicFiles().Keys;
        await new Withdrawal(office.Context() with { CarriesOut = false }).RunAsync(Office.Edition, Colleague, default);
        await ForgeAsync(office, "ledger/withdrawals/", order => order["decision"]!["by"] = "Somebody Else");
        var log = new RecordingLog();
        await new Scheduled(office.Context() with { Log = log }).RunAsync(default);
        Assert.Equal(before, office.PublicFiles().Keys);
        Assert.Contains(log.Lines, line => line.Text == "operation-failed operation=Withdrawal error=decision-missing");
    }

    private static async Task<Office> SentAsync(PolicyText policy)
    {
        var office = await new Office().WithPolicyAsync(policy);
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        await office.OnUploadAsync();
        return office;
    }

    private static async Task ForgeAsync(Office office, string below, Action<JsonNode> change)
    {
        var (name, content) = office.PrivateFiles().Single(file => file.Key.StartsWith(below, StringComparison.Ordinal));
        var record = JsonNode.Parse(content)!;
        change(record);
        await office.PutAsync(name, record.ToJsonString());
    }

    private static async Task AssertHeldAsync(Office office)
    {
        await new Scheduled(office.Context()).RunAsync(default);
        Assert.Empty(office.PublicFiles());
        Assert.Equal(UploadState.Held, Assert.Single(await office.RecordsAsync()).State);
        var receipt = Assert.Single(office.Receipts());
        Assert.Equal((Verdict.Held, "decision-missing"), (receipt.Verdict, Assert.Single(receipt.Findings).Code));
        Assert.Equal(0, await new Scheduled(office.Context()).RunAsync(default));
    }
}
