using System.Text.Json.Nodes;
using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

public sealed class DecisionTests
{
    private static readonly PolicyText NeedsApproval = Some.Policy with { Publication = "{approval: true}" };
    private static readonly Signature Colleague = new("B Colleague", "Looks right.");

    [Fact]
    public async Task A_version_that_needs_approval_waits_in_private_until_a_colleague_approves_it()
    {
        using var office = await AwaitingAsync(NeedsApproval);
        Assert.Empty(office.PublicFiles());
        Assert.Equal(0, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Empty(office.PublicFiles());

        var record = await new Approval(office.Context()).ApproveAsync(Office.Edition, Colleague, default);
        Assert.Equal(UploadState.Published, record.State);
        var receipt = Assert.Single(office.Receipts());
        Assert.Null(receipt.Waiting);
        Assert.Equal("v1.0.0", receipt.Published!.Version);
        Assert.Equal(
            [(DecisionKind.Approve, "B Colleague", "Looks right.")],
            (await office.DecisionsAsync()).Select(d => (d.Kind, d.By, d.Reason)));
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("staging", StringComparison.Ordinal));
        await AssertSameAsAtOnceAsync(office);
    }

    [Theory]
    [InlineData("A Sender")]
    [InlineData(" a sender ")]
    public async Task Nobody_approves_what_they_sent(string name)
    {
        using var office = await AwaitingAsync(NeedsApproval);
        var refused = await Assert.ThrowsAsync<CodedException>(() =>
            new Approval(office.Context()).ApproveAsync(Office.Edition, new Signature(name, "Fine."), default));
        Assert.Same(OperationCodes.OwnUpload, Assert.Single(refused.Findings).Code);
        Assert.Empty(office.PublicFiles());
        Assert.Empty(await office.DecisionsAsync());
    }

    [Fact]
    public async Task Nobody_approves_what_nobody_is_known_to_have_sent()
    {
        using var office = await AwaitingAsync(NeedsApproval, uploader: null);
        var refused = await Assert.ThrowsAsync<CodedException>(() => new Approval(office.Context()).ApproveAsync(Office.Edition, Colleague, default));
        Assert.Same(OperationCodes.UploaderUnknown, Assert.Single(refused.Findings).Code);
        Assert.Empty(office.PublicFiles());
    }

    [Fact]
    public async Task A_rejected_version_is_never_published_and_its_receipt_has_the_reason()
    {
        using var office = await AwaitingAsync(NeedsApproval);
        await new Approval(office.Context()).RejectAsync(Office.Edition, new Signature("B Colleague", "October is not complete."), default);
        await new Scheduled(office.Context()).RunAsync(default);
        await office.SweepAsync();

        var receipt = Assert.Single(office.Receipts());
        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        Assert.Equal("October is not complete.", Assert.Single(Assert.Single(receipt.Findings).First).Detail);
        Assert.Empty(office.PublicFiles());
        await Assert.ThrowsAsync<CodedException>(() => new Approval(office.Context()).ApproveAsync(Office.Edition, Colleague, default));
    }

    [Fact]
    public async Task A_version_is_published_when_its_time_has_come_and_not_before()
    {
        using var office = await AwaitingAsync(Some.Policy with { Publication = "{at: third Tuesday 09:30 Europe/London}" });
        var due = Assert.Single(await office.RecordsAsync()).Due!.Value;
        Assert.Equal(DayOfWeek.Tuesday, due.DayOfWeek);
        office.Time.Now = due.AddSeconds(-1);
        Assert.Equal(0, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Empty(office.PublicFiles());
        office.Time.Now = due;
        Assert.Equal(1, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Equal(0, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Equal(UploadState.Published, Assert.Single(await office.RecordsAsync()).State);
        await AssertSameAsAtOnceAsync(office);
    }

    [Fact]
    public async Task A_version_that_waited_while_the_same_was_published_is_held_and_keeps_no_other_from_its_turn()
    {
        using var office = await AwaitingAsync(Some.Policy with { Publication = "{at: \"2027-01-01T00:00:00Z\"}" });
        await office.WithPolicyAsync(Some.Policy);
        await office.PutAsync("uploads/some-agency/some-things/2026-09/people.csv", Some.Csv, "A Sender");
        await office.OnUploadAsync("uploads/some-agency/some-things/2026-09/people.csv");
        await office.WithPolicyAsync(Some.Policy with { Publication = "{at: \"2027-01-01T00:00:00Z\"}" });
        foreach (var upload in new[] { "2026-10/people-2.csv", "2026-11/people.csv", "2026-12/people.csv" })
        {
            await office.PutAsync("uploads/some-agency/some-things/" + upload, Some.Csv, "A Sender");
            await office.OnUploadAsync("uploads/some-agency/some-things/" + upload);
        }

        office.Time.Now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(3, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Equal(0, await new Scheduled(office.Context()).RunAsync(default));
        Assert.Equal(
            [UploadState.Held, UploadState.Published],
            (await office.RecordsAsync()).Where(record => record.Edition == "2026-10").Select(record => record.State).OrderBy(state => state.ToString(), StringComparer.Ordinal));
        Assert.Contains("edition-already-published", office.Receipts().SelectMany(receipt => receipt.Findings).Select(finding => finding.Code));
    }

    [Fact]
    public async Task An_approved_version_still_waits_for_its_time()
    {
        using var office = await AwaitingAsync(Some.Policy with { Publication = "{approval: true, at: \"2027-01-01T00:00:00Z\"}" });
        Assert.Equal(UploadState.Embargoed, (await new Approval(office.Context()).ApproveAsync(Office.Edition, Colleague, default)).State);
        Assert.Empty(office.PublicFiles());
        office.Time.Now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await new Scheduled(office.Context()).RunAsync(default));
    }

    [Fact]
    public async Task A_version_that_was_tampered_with_while_it_waited_is_held()
    {
        using var office = await AwaitingAsync(NeedsApproval);
        var file = office.PrivateFiles().Keys.Single(name => name.EndsWith("people.csv", StringComparison.Ordinal) && name.StartsWith("staging", StringComparison.Ordinal));
        await office.PutAsync(file, "district,count\nNorham,2\n");
        Assert.Equal(UploadState.Held, (await new Approval(office.Context()).ApproveAsync(Office.Edition, Colleague, default)).State);
        Assert.Equal("waiting-version-differs", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
        Assert.Empty(office.PublicFiles());
    }

    [Fact]
    public async Task A_withdrawn_edition_leaves_a_tombstone_and_its_reason()
    {
        using var office = await PublishedAsync();
        await office.PutAsync("uploads/some-agency/some-things/2026-09/people.csv", Some.Csv);
        await office.SweepAsync();
        await new Withdrawal(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default);

        AssertWithdrawn(office);
        Assert.Equal("2026-09", (string)Page(office, "latest.json")["edition"]!);
        Assert.Equal("2026-09/v1.0.0/people.csv", Page(office, "latest.json")["files"]!.AsArray().Select(f => (string)f!["url"]!).Single(url => url.EndsWith("people.csv", StringComparison.Ordinal)));
        Assert.Contains((await office.RecordsAsync()), r => r is { Edition: "2026-10", State: UploadState.Withdrawn });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawal_that_died_at_any_call_is_finished_by_a_sweep(bool afterwards)
    {
        var none = new Trouble(int.MaxValue, afterwards, deadly: true);
        using var whole = await PublishedAsync();
        await new Withdrawal(whole.Context(none)).RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default);
        AssertWithdrawn(whole);
        Assert.True(none.Calls > 20, "Too few calls to storage can be struck.");
        foreach (var call in Nightly.Cases(none.Calls, afterwards ? 3 : 0))
        {
            using var office = await PublishedAsync();
            await Assert.ThrowsAsync<PowerCutException>(() => new Withdrawal(office.Context(new Trouble(call, afterwards, deadly: true)))
                .RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default));
            await office.SweepAsync();

            // Before it was ordered, nothing was begun.
            if (office.PrivateFiles().Keys.Any(name => name.StartsWith("ledger/withdrawals/", StringComparison.Ordinal)))
            {
                AssertWithdrawn(office);
                AssertStillTold(office);
            }
        }
    }

    [Fact]
    public async Task The_history_of_a_dataset_tells_what_it_was_called_while_all_of_it_is_withdrawn()
    {
        using var office = await PublishedAsync();
        Assert.Null(Page(office, "history.json")["about"]);
        await new Withdrawal(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default);
        AssertStillTold(office);
        await office.PutAsync("uploads/some-agency/some-things/2026-11/people.csv", Some.Csv);
        await office.SweepAsync();
        Assert.Null(Page(office, "history.json")["about"]);
    }

    [Fact]
    public async Task Nothing_takes_the_place_of_a_withdrawn_edition()
    {
        using var office = await PublishedAsync();
        await new Withdrawal(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default);
        await office.PutAsync(Office.Upload + "2", Some.Csv);
        Assert.Equal(UploadState.Held, (await office.OnUploadAsync(Office.Upload + "2"))!.State);
        AssertWithdrawn(office);
    }

    [Fact]
    public async Task What_was_rejected_is_done_again_by_the_policy_as_it_is_now()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy with { Status = "draft" });
        await office.PutAsync(Office.Upload, Some.Csv);
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync())!.State);
        await office.WithPolicyAsync(Some.Policy);
        await office.SweepAsync();
        Assert.Single(office.Receipts());

        await new Redo(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "The agreement is signed."), default);
        await office.SweepAsync();
        Assert.Equal((UploadState.Published, 2, 1), Assert.Single((await office.RecordsAsync()).Select(r => (r.State, r.Round, r.Attempts))));
        Assert.Equal([Verdict.Accepted, Verdict.Rejected], office.Receipts().Select(r => r.Verdict).Order());
        Assert.Equal(DecisionKind.Redo, Assert.Single(await office.DecisionsAsync()).Kind);
    }

    [Theory]
    [InlineData("", "reason")]
    [InlineData("name", " ")]
    [InlineData("name\n2026-10-01 approved", "reason")]
    public void A_decision_has_a_name_and_a_reason(string by, string reason) =>
        Assert.Same(OperationCodes.NameAndReason, Assert.Single(Assert.Throws<CodedException>(() => new Signature(by, reason)).Findings).Code);

    private static async Task<Office> AwaitingAsync(PolicyText policy, string? uploader = "A Sender")
    {
        var office = await new Office().WithPolicyAsync(policy);
        await office.PutAsync(Office.Upload, Some.Csv, uploader);
        var record = await office.OnUploadAsync();
        Assert.Contains(record!.State, new[] { UploadState.AwaitingApproval, UploadState.Embargoed });
        return office;
    }

    private static async Task<Office> PublishedAsync()
    {
        var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        return office;
    }

    private static async Task AssertSameAsAtOnceAsync(Office office)
    {
        using var atOnce = await PublishedAsync();
        var expected = atOnce.PublicFiles();
        Assert.Equal(expected.Keys, office.PublicFiles().Keys);
        Assert.All(expected.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal) || f.Key.EndsWith(".parquet", StringComparison.Ordinal)), f => Assert.Equal(f.Value, office.PublicFiles()[f.Key]));
    }

    private static void AssertStillTold(Office office)
    {
        var about = Page(office, "history.json")["about"]!;
        Assert.NotEqual("", (string)about["title"]!);
        Assert.NotEqual("", (string)about["publish"]!["publisher"]!);
        Assert.NotEqual("", (string)about["publish"]!["agreement"]!["id"]!);
        Assert.Empty(about["resources"]!.AsArray());
        Assert.Empty(about["publish"]!["releases"]!.AsArray());
    }

    private static void AssertWithdrawn(Office office)
    {
        var files = office.PublicFiles().Keys.Where(name => name.Contains("2026-10", StringComparison.Ordinal));
        Assert.Equal("data/some-agency/some-things/2026-10/latest.json", Assert.Single(files));
        var tombstone = Page(office, "2026-10/latest.json");
        Assert.Equal("A column was wrong.", (string)tombstone["reason"]!);
        Assert.Null(tombstone["files"]);
        var entry = Page(office, "history.json")["versions"]!.AsArray().Single(v => (string)v!["edition"]! == "2026-10")!;
        Assert.Equal(("withdrawn", "A column was wrong."), ((string)entry["state"]!, (string)entry["withdrawalReason"]!));
    }

    private static JsonNode Page(Office office, string name) =>
        JsonNode.Parse(office.PublicFiles()["data/some-agency/some-things/" + name])!;
}
