using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

public sealed class OnUploadTests
{
    [Fact]
    public async Task An_upload_is_published_with_one_receipt_and_nothing_is_left_open()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        var record = await office.OnUploadAsync();

        Assert.Equal((UploadState.Published, 1, "A Sender"), (record!.State, record.Attempts, record.Uploader));
        var receipt = Assert.Single(office.Receipts());
        Assert.Equal((Verdict.Accepted, record.Receipt), (receipt.Verdict, receipt.Id));
        Assert.False(receipt.Published!.Before);
        Assert.NotEmpty(office.PublicFiles());
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("ledger/open", StringComparison.Ordinal) || name.StartsWith("staging", StringComparison.Ordinal));
        Assert.Empty(office.TemporaryFiles());
    }

    [Fact]
    public async Task The_same_event_again_changes_nothing()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        var (before, published) = (office.PrivateFiles(), office.PublicFiles());
        office.Time.Now += TimeSpan.FromDays(1);
        Assert.Null(await office.OnUploadAsync());
        Assert.Equal(0, (await office.SweepAsync()).Settled);
        Assert.Equal(before, office.PrivateFiles());
        Assert.Equal(published, office.PublicFiles());
    }

    [Fact]
    public async Task What_is_published_is_what_a_run_of_the_file_publishes()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        Assert.Equal(desk.PublicFiles(), office.PublicFiles());
    }

    [Fact]
    public async Task Twenty_workers_with_the_same_event_make_one_version_and_one_receipt()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        var records = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => office.OnUploadAsync())));

        Assert.Single(records, record => record is not null);
        Assert.Single(office.Receipts());
        Assert.Equal(1, Assert.Single(await office.RecordsAsync()).Attempts);
    }

    [Fact]
    public async Task The_same_content_under_two_names_is_one_version_and_two_receipts()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.PutAsync(Office.Upload + "2", Some.Csv);
        await office.SweepAsync();
        Assert.Equal([false, true], office.Receipts().Select(r => r.Published!.Before).Order());
        Assert.Single(office.PublicFiles().Keys, name => name.EndsWith("people.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("uploads/some-agency/some-things/2026-10/../../../../policies/some-agency/some-things.yaml")]
    [InlineData("uploads/some-agency/some-things/2026-10/%2e%2e/x.csv")]
    [InlineData("uploads/some-agency/some-things/2026-10/a\u0007b.csv")]
    [InlineData("uploads/some-agency/some-things/2026-10/a b.csv")]
    [InlineData("uploads/some-agency/some-things/2026-10/_SUCCESS")]
    [InlineData("uploads/some-agency/some-things/2026-10/people/_part-0.csv")]
    [InlineData("uploads/some-agency/some-things/2026-10/_people/_SUCCESS")]
    [InlineData("uploads/some-agency/some-things/x.csv")]
    [InlineData("uploads/some-agency/some-things/2026-10/a/b/c.csv")]
    [InlineData("uploads/Some-Agency/some-things/2026-10/x.csv")]
    [InlineData("uploads/some-agency/some_things/2026-10/x.csv")]
    [InlineData("uploads/some-agency/some-things/2026 10/x.csv")]
    [InlineData("uploads/")]
    [InlineData("uploads/x.csv")]
    public async Task A_name_that_is_none_gets_one_receipt_and_changes_nothing_else(string name)
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        if (BlobName.IsName(name))
        {
            await office.PutAsync(name, Some.Csv);
        }

        var record = await office.OnUploadAsync(name);
        await office.OnUploadAsync(name);

        Assert.Equal(UploadState.Rejected, record!.State);
        var receipt = Assert.Single(office.Receipts());
        Assert.Equal("upload-name", Assert.Single(receipt.Findings).Code);
        Assert.Empty(office.PublicFiles());
        Assert.DoesNotContain(office.PrivateFiles().Values, bytes => System.Text.Encoding.UTF8.GetString(bytes).Contains("2e%2e", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_of_2000_characters_gets_its_receipt()
    {
        using var office = new Office();
        var name = "uploads/some-agency/some-things/2026-10/" + new string('a', 1960);
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync(name))!.State);
        Assert.Equal("some-agency", Assert.Single(office.Receipts()).Agency);
    }

    [Fact]
    public async Task An_upload_below_another_agencys_policy_is_rejected()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync("policies/other-agency/some-things.yaml", Some.Policy.ToString());
        await office.PutAsync("policies/other-agency/districts.csv", Some.Districts);
        await office.PutAsync("uploads/other-agency/some-things/2026-10/people.csv", Some.Csv);
        var record = await office.OnUploadAsync("uploads/other-agency/some-things/2026-10/people.csv");

        Assert.Equal(UploadState.Rejected, record!.State);
        var receipt = Assert.Single(office.Receipts());
        Assert.Equal(("other-agency", "admission-other-agency"), (receipt.Agency, Assert.Single(receipt.Findings).Code));
        Assert.Empty(office.PublicFiles());
    }

    [Fact]
    public async Task An_upload_without_a_policy_is_rejected()
    {
        using var office = new Office();
        await office.PutAsync(Office.Upload, Some.Csv);
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync())!.State);
        Assert.Equal("policy-not-found", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
    }

    [Fact]
    public async Task A_policy_swapped_between_two_attempts_changes_nothing()
    {
        using var expected = await new Office().WithPolicyAsync(Some.Policy);
        await expected.PutAsync(Office.Upload, Some.Csv);
        await expected.OnUploadAsync();

        for (var call = 6; ; call++)
        {
            using var office = await new Office().WithPolicyAsync(Some.Policy);
            await office.PutAsync(Office.Upload, Some.Csv);
            var trouble = new Trouble(call, afterwards: false, deadly: true);
            await Assert.ThrowsAnyAsync<Exception>(() => office.OnUploadAsync(trouble: trouble));
            if (!office.PrivateFiles().Keys.Any(name => name.StartsWith("staging/policies", StringComparison.Ordinal)))
            {
                continue;
            }

            await office.PutAsync("policies/some-agency/some-things.yaml", Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 2", StringComparison.Ordinal)).ToString());
            office.Time.Now += TimeSpan.FromMinutes(6);
            await office.SweepAsync();
            Assert.Equal(expected.PublicFiles().Keys, office.PublicFiles().Keys);
            Assert.Equal(expected.PublicFiles()["data/some-agency/some-things/2026-10/v1.0.0/people.csv"], office.PublicFiles()["data/some-agency/some-things/2026-10/v1.0.0/people.csv"]);
            break;
        }
    }

    [Fact]
    public async Task An_upload_overwritten_while_it_is_read_is_held_and_the_new_one_has_its_own_receipt()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        var other = Some.Csv + "P999,Norton,x,1.00,late\n";
        var swapping = new WatchedPlace(office.Private) { AfterOpening = WatchedPlace.Once(Office.Upload, () => office.PutAsync(Office.Upload, other)) };
        var record = await new OnUpload(office.Context() with { Private = swapping }).RunAsync(Office.Upload, default);
        Assert.Equal(UploadState.Held, record!.State);
        Assert.Equal("upload-changed", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
        Assert.Empty(office.PublicFiles());

        Assert.Equal(UploadState.Published, (await office.OnUploadAsync())!.State);
        Assert.Equal(2, office.Receipts().Count);
    }

    [Fact]
    public async Task A_claim_keeps_others_away_until_it_ends_and_its_upload_is_then_taken_up()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await Assert.ThrowsAsync<PowerCutException>(() => office.OnUploadAsync(trouble: new Trouble(12, afterwards: false, deadly: true)));
        Assert.Equal(UploadState.Running, Assert.Single(await office.RecordsAsync()).State);

        Assert.Null(await office.OnUploadAsync());
        office.Time.Now += office.Settings.ClaimDuration;
        Assert.Equal(2, (await office.OnUploadAsync())!.Attempts);
    }

    [Fact]
    public async Task A_clock_that_went_back_does_not_keep_a_dead_claim_alive()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await Assert.ThrowsAsync<PowerCutException>(() => office.OnUploadAsync(trouble: new Trouble(12, afterwards: false, deadly: true)));
        office.Time.Now -= TimeSpan.FromDays(400);
        Assert.NotNull(await office.OnUploadAsync());
    }

    [Fact]
    public async Task An_upload_that_no_attempt_finishes_is_held_with_a_receipt_after_five()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        var context = office.Context() with { PlaceOf = _ => throw new StorageException(StorageCodes.Denied, 403) };
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await Assert.ThrowsAsync<StorageException>(() => new OnUpload(context).RunAsync(Office.Upload, default));
            Assert.Empty(office.Receipts());
        }

        var record = await new OnUpload(context).RunAsync(Office.Upload, default);
        Assert.Equal(UploadState.Poisoned, record!.State);
        var receipt = Assert.Single(office.Receipts());
        Assert.Equal((Verdict.Held, "upload-poisoned"), (receipt.Verdict, Assert.Single(receipt.Findings).Code));
        Assert.Null(await new OnUpload(context).RunAsync(Office.Upload, default));
    }
}
