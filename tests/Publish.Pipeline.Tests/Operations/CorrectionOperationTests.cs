using System.Text.Json.Nodes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

public sealed class CorrectionOperationTests
{
    private const string Correction = "uploads/some-agency/some-things/2026-10/people-2.csv";
    private const string Reason = "Roedd pobl ar goll: “tri” o Norton.";
    private static readonly string[] Header = ["id", "district", "sex", "pay", "note"];
    private static readonly string Corrected = Some.CsvOf(Header, [.. Some.Rows, .. Enumerable.Range(0, 3).Select(i => new[] { $"Q{i}", "Sutton", "y", "900.00", "" })]);
    private static readonly string Revalued = Some.CsvOf(Header, Some.Rows.Select(row => (string[])[.. row[..3], "1" + row[3], row[4]]));

    [Fact]
    public async Task An_upload_with_a_reason_beside_it_corrects_the_edition()
    {
        using var office = await PublishedAsync();
        await office.PutAsync(Correction, Corrected, "A Sender", Reason);
        Assert.Equal(UploadState.Published, (await office.OnUploadAsync(Correction))!.State);

        Assert.Equal([("v1.0.1", Reason), ("v1.0.0", null)], History(office).Select(v => ((string)v["version"]!, (string?)v["reason"])));
        Assert.Equal(2, office.Receipts().Count);
    }

    [Fact]
    public async Task A_correction_that_proves_nothing_waits_for_a_colleague_whatever_the_policy_says()
    {
        using var office = await PublishedAsync();
        await office.PutAsync(Correction, Revalued, "A Sender", "Pay was wrong.");
        Assert.Equal(UploadState.AwaitingApproval, (await office.OnUploadAsync(Correction))!.State);
        var waiting = office.Receipts().Single(receipt => receipt.Waiting is not null);
        Assert.Equal("correction-not-proven", Assert.Single(waiting.Findings).Code);
        Assert.Equal("v1.0.0", (string)Assert.Single(History(office))["version"]!);

        await new Approval(office.Context()).ApproveAsync(Office.Edition, new Signature("B Colleague", "All rows had the wrong unit."), default);
        Assert.Equal(["v1.0.1", "v1.0.0"], History(office).Select(v => (string)v["version"]!));
    }

    [Fact]
    public async Task A_cell_that_was_hidden_stays_hidden_although_it_has_enough_people_by_now()
    {
        using var office = await PublishedAsync();
        var more = Some.CsvOf(Header, [.. Some.Rows, .. Enumerable.Range(0, 3).Select(i => new[] { $"Q{i}", "Norham", "x", "900.00", "" })]);
        await office.PutAsync(Correction, more, "A Sender", "Three people of Norham were missing.");
        Assert.Equal(UploadState.AwaitingApproval, (await office.OnUploadAsync(Correction))!.State);
        Assert.Contains("the version that this one corrects hid it", ReceiptText.Write(office.Receipts().Single(receipt => receipt.Waiting is not null)), StringComparison.Ordinal);
        await new Approval(office.Context()).ApproveAsync(Office.Edition, new Signature("B Colleague", "Three forms came late."), default);

        Assert.Contains("North/Norham/x", Hidden(office, "v1.0.0"));
        Assert.All(Hidden(office, "v1.0.0"), hidden => Assert.Contains(hidden, Hidden(office, "v1.0.1")));
        Assert.DoesNotContain("hidden", (string)Page(office, "2026-10/v1.0.1/certificate.json")["releases"]![0]!["rules"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_correction_that_is_worked_on_after_a_later_one_puts_no_old_data_in_the_place_of_new()
    {
        using var office = await PublishedAsync();
        await office.PutAsync(Correction, Corrected, "A Sender", Reason);
        await Assert.ThrowsAsync<PowerCutException>(() => office.OnUploadAsync(Correction, new Trouble(6, afterwards: false, deadly: true)));
        office.Time.Now += TimeSpan.FromHours(1);
        const string Later = "uploads/some-agency/some-things/2026-10/people-3.csv";
        await office.PutAsync(Later, Corrected.Replace("900.00", "950.00", StringComparison.Ordinal), "A Sender", "Later.");
        Assert.Equal(UploadState.Published, (await office.OnUploadAsync(Later))!.State);
        await office.SweepAsync();

        Assert.Equal([("v1.0.1", "Later."), ("v1.0.0", null)], History(office).Select(v => ((string)v["version"]!, (string?)v["reason"])));
        Assert.Contains("correction-overtaken", office.Receipts().SelectMany(receipt => receipt.Findings).Select(finding => finding.Code));
    }

    [Fact]
    public async Task An_edition_is_withdrawn_while_a_correction_of_it_is_half_published()
    {
        for (var call = 30; call < 90; call += 5)
        {
            using var office = await PublishedAsync();
            await office.PutAsync(Correction, Corrected, "A Sender", Reason);
            try
            {
                await office.OnUploadAsync(Correction, new Trouble(call, afterwards: true, deadly: true));
            }
            catch (PowerCutException)
            {
                // The withdrawal comes before the next worker.
            }

            await new Withdrawal(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default);
            office.Time.Now += TimeSpan.FromHours(1);
            await office.SweepAsync();
            Assert.All(History(office), version => Assert.Equal("withdrawn", (string)version["state"]!));
            Assert.Null(Page(office, "2026-10/latest.json")["files"]);
            Assert.DoesNotContain(office.PublicFiles().Keys, name => name.EndsWith(".parquet", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_withdrawn_edition_takes_its_corrections_along_and_is_not_corrected()
    {
        using var office = await PublishedAsync();
        await office.PutAsync(Correction, Corrected, "A Sender", Reason);
        await office.OnUploadAsync(Correction);
        await new Withdrawal(office.Context()).RunAsync(Office.Edition, new Signature("C Head", "A column was wrong."), default);

        Assert.All(History(office), version => Assert.Equal(("withdrawn", "A column was wrong."), ((string)version["state"]!, (string)version["withdrawalReason"]!)));
        Assert.Equal([Reason, null], History(office).Select(version => (string?)version["reason"]));
        Assert.DoesNotContain(office.PublicFiles().Keys, name => name.EndsWith(".parquet", StringComparison.Ordinal));
        await office.PutAsync("uploads/some-agency/some-things/2026-10/people-3.csv", Revalued, "A Sender", "Again.");
        Assert.Equal(UploadState.Held, (await office.OnUploadAsync("uploads/some-agency/some-things/2026-10/people-3.csv"))!.State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_correction_whose_worker_died_at_any_call_is_finished_by_the_next(bool afterwards)
    {
        using var whole = await PublishedAsync();
        await whole.PutAsync(Correction, Corrected, "A Sender", Reason);
        await whole.OnUploadAsync(Correction);
        var expected = whole.PublicFiles();
        for (var call = 3; ; call += 3)
        {
            using var office = await PublishedAsync();
            await office.PutAsync(Correction, Corrected, "A Sender", Reason);
            var died = false;
            try
            {
                await office.OnUploadAsync(Correction, new Trouble(call, afterwards, deadly: true));
            }
            catch (PowerCutException)
            {
                died = true;
            }

            AssertWhole(office);
            office.Time.Now += TimeSpan.FromHours(1);
            await office.SweepAsync();
            Assert.Equal(expected.Keys, office.PublicFiles().Keys);
            Assert.All(expected.Where(f => f.Key.EndsWith(".parquet", StringComparison.Ordinal)), f => Assert.Equal(f.Value, office.PublicFiles()[f.Key]));
            Assert.Equal(["published", "superseded"], History(office).Select(v => (string)v["state"]!));
            Assert.Equal(2, office.Receipts().Count);
            if (!died)
            {
                Assert.True(call > 30, "Too few calls to storage were struck.");
                break;
            }
        }
    }

    private static IEnumerable<string> Hidden(Office office, string version) => NaiveCsv
        .Read(System.Text.Encoding.UTF8.GetString(office.PublicFiles()[$"data/some-agency/some-things/2026-10/{version}/people.csv"])).Rows
        .Where(row => row["status"] == "c")
        .Select(row => $"{row["region"]}/{row["district"]}/{row["sex"]}");

    // Whatever happened, what leads somewhere leads to files that are there.
    private static void AssertWhole(Office office)
    {
        var files = office.PublicFiles();
        foreach (var pointer in new[] { "latest.json", "2026-10/latest.json" })
        {
            var folder = pointer.Contains('/', StringComparison.Ordinal) ? "2026-10/" : "";
            foreach (var file in Page(office, pointer)["files"]!.AsArray())
            {
                var content = files["data/some-agency/some-things/" + folder + (string)file!["url"]!];
                Assert.Equal((string)file["sha256"]!, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
            }
        }
    }

    private static async Task<Office> PublishedAsync()
    {
        var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        Assert.Equal(UploadState.Published, (await office.OnUploadAsync())!.State);
        return office;
    }

    private static JsonNode[] History(Office office) => [.. Page(office, "history.json")["versions"]!.AsArray().Select(version => version!)];

    private static JsonNode Page(Office office, string name) => JsonNode.Parse(office.PublicFiles()["data/some-agency/some-things/" + name])!;
}
