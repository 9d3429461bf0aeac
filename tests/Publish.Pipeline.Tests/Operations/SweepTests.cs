using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

public sealed class SweepTests
{
    [Fact]
    public async Task A_sweep_takes_up_what_no_event_announced()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        Assert.Equal(new SweepReport(1, 0), await office.SweepAsync());
        Assert.Single(office.Receipts());
    }

    [Fact]
    public async Task An_upload_that_went_away_half_done_is_answered()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await Assert.ThrowsAsync<PowerCutException>(() => office.OnUploadAsync(trouble: new Trouble(12, afterwards: false, deadly: true)));
        await office.Private.TryDeleteAsync(new BlobName(Office.Upload), BlobWrite.AnyTag, default);

        Assert.Equal(0, (await office.SweepAsync()).Settled);
        office.Time.Now += TimeSpan.FromMinutes(6);
        Assert.Equal(1, (await office.SweepAsync()).Settled);
        Assert.Equal("upload-gone", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Trouble_at_any_call_ends_with_one_receipt_and_one_whole_version(bool afterwards, bool deadly)
    {
        var none = new Trouble(int.MaxValue, afterwards, deadly);
        using var whole = await StartAsync();
        await whole.OnUploadAsync(trouble: none);
        var expected = whole.PublicFiles();
        Assert.True(none.Calls > 30, $"Only {none.Calls} calls to storage can be struck.");
        foreach (var call in Nightly.Cases(none.Calls, (afterwards ? 3 : 0) + (deadly ? 5 : 0)))
        {
            using var office = await StartAsync();
            try
            {
                await office.OnUploadAsync(trouble: new Trouble(call, afterwards, deadly));
            }
            catch (Exception e) when (e is StorageException or PowerCutException)
            {
                Assert.All(office.PublicFiles(), file => Assert.Equal(expected[file.Key], file.Value));
            }

            office.Time.Now += TimeSpan.FromMinutes(6);
            await office.SweepAsync();
            await AssertDoneAsync(office, expected);
        }
    }

    private static async Task<Office> StartAsync()
    {
        var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        return office;
    }

    private static async Task AssertDoneAsync(Office office, SortedDictionary<string, byte[]> expected)
    {
        Assert.Equal(UploadState.Published, Assert.Single(await office.RecordsAsync()).State);
        Assert.Equal(Verdict.Accepted, Assert.Single(office.Receipts()).Verdict);
        Assert.Equal(expected.Keys, office.PublicFiles().Keys);
        Assert.All(VersionFiles(expected), file => Assert.Equal(file.Value, office.PublicFiles()[file.Key]));
        Assert.DoesNotContain(office.PrivateFiles().Keys, name =>
            name.StartsWith("ledger/open", StringComparison.Ordinal) || name.StartsWith("staging", StringComparison.Ordinal));
        Assert.Empty(office.TemporaryFiles());
    }

    private static IEnumerable<KeyValuePair<string, byte[]>> VersionFiles(SortedDictionary<string, byte[]> files) =>
        files.Where(file => file.Key.Contains("v1.0.0", StringComparison.Ordinal));
}
