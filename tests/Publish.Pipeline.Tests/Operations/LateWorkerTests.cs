using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>
/// A worker stands still just before it puts a version's folder in place; its claim ends, another publishes the version, a
/// person withdraws it, or it is corrected; then the first goes on.
/// </summary>
public sealed class LateWorkerTests
{
    private const string Correction = "uploads/some-agency/some-things/2026-10/people-2.csv";
    private static readonly Signature Head = new("C Head", "A column was wrong.");

    [Fact]
    public async Task A_worker_whose_claim_expired_puts_no_withdrawn_version_back()
    {
        using var office = await SentAsync();
        await Assert.ThrowsAsync<IOException>(() => new OnUpload(Late(office, dies: false)).RunAsync(Office.Upload, default));
        AssertGone(office);
        await AssertAnsweredOnceAsync(office);
    }

    [Fact]
    public async Task What_a_dying_worker_put_back_is_taken_away_by_a_sweep()
    {
        using var office = await SentAsync();
        await Assert.ThrowsAsync<PowerCutException>(() => new OnUpload(Late(office, dies: true)).RunAsync(Office.Upload, default));
        Assert.Contains(office.PublicFiles().Keys, name => name.Contains("/2026-10/v1.0.0/", StringComparison.Ordinal));
        office.Time.Now = office.Time.Now.AddHours(2);
        await office.SweepAsync();
        AssertGone(office);
        await AssertAnsweredOnceAsync(office);

        office.Time.Now = office.Time.Now.AddDays(1);
        await office.SweepAsync();
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("ledger/withdrawals/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_site_is_built_after_the_pointers_and_before_the_files_go()
    {
        using var office = await SentAsync();
        await office.OnUploadAsync();
        var seen = new List<(string Audience, bool HasFiles, bool IsBuried)>();
        var context = office.Context() with
        {
            RebuildSite = (audience, _) =>
            {
                var files = office.PublicFiles();
                var pointer = System.Text.Encoding.UTF8.GetString(files["data/some-agency/some-things/2026-10/latest.json"]);
                seen.Add((audience, files.ContainsKey("data/some-agency/some-things/2026-10/v1.0.0/people.csv"), pointer.Contains("A column was wrong.", StringComparison.Ordinal)));
                return Task.CompletedTask;
            },
        };
        await new Withdrawal(context).RunAsync(Office.Edition, Head, default);
        Assert.Equal([("public", true, true)], seen);
        AssertGone(office);
    }

    [Fact]
    public async Task The_files_go_where_the_site_cannot_be_built()
    {
        using var office = await SentAsync();
        await office.OnUploadAsync();
        var log = new RecordingLog();
        await new Withdrawal(office.Context() with { Log = log, RebuildSite = (_, _) => throw new InvalidOperationException() }).RunAsync(Office.Edition, Head, default);
        AssertGone(office);
        Assert.Contains(log.Lines, line => line.Text.StartsWith("operation-failed operation=Withdrawal ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_audience_whose_place_fails_keeps_the_edition_before_no_other()
    {
        using var office = await SentAsync();
        await office.OnUploadAsync();
        var context = office.Context();
        var broken = context with { PlaceOf = audience => audience == "partners" ? throw new StorageException(StorageCodes.Unavailable, 503) : context.PlaceOf(audience) };
        await Assert.ThrowsAsync<StorageException>(() => new Withdrawal(broken).RunAsync(Office.Edition, Head, default));
        AssertGone(office);
        await office.SweepAsync();
        Assert.Equal(UploadState.Withdrawn, Assert.Single(await office.RecordsAsync()).State);
    }

    [Fact]
    public async Task A_worker_whose_claim_expired_leads_nobody_back_to_a_version_that_was_corrected()
    {
        using var office = await SentAsync();
        var corrected = new SortedDictionary<string, byte[]>();
        var late = Late(office, dies: false, async () =>
        {
            await office.PutAsync(Correction, Some.Csv + string.Concat(Enumerable.Repeat("Q,Sutton,y,900.00,\n", 3)), "A Sender", "Three people were missing.");
            Assert.Equal(UploadState.Published, (await office.OnUploadAsync(Correction))!.State);
            corrected = office.PublicFiles();
        });
        await new OnUpload(late).RunAsync(Office.Upload, default);

        Assert.Contains("data/some-agency/some-things/2026-10/v1.0.1/people.csv", corrected.Keys);
        Assert.Equal(corrected, office.PublicFiles());
        Assert.Equal([UploadState.Published, UploadState.Published], (await office.RecordsAsync()).Select(record => record.State));
        Assert.Equal(2, office.Receipts().Count);
    }

    private static async Task<Office> SentAsync()
    {
        var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        return office;
    }

    private static OperationContext Late(Office office, bool dies) =>
        Late(office, dies, () => new Withdrawal(office.Context()).RunAsync(Office.Edition, Head, default));

    private static OperationContext Late(Office office, bool dies, Func<Task> afterwards)
    {
        var place = new LatePlace(office.PlaceOf("public"), dies, async () =>
        {
            office.Time.Now += office.Settings.ClaimDuration * 2;
            Assert.Equal(UploadState.Published, (await office.OnUploadAsync())!.State);
            await afterwards();
        });
        return office.Context() with { PlaceOf = audience => audience == "public" ? place : office.PlaceOf(audience) };
    }

    private static void AssertGone(Office office) => Assert.Equal(
        ["data/some-agency/some-things/2026-10/latest.json", "data/some-agency/some-things/history.json", "data/some-agency/some-things/latest.json"],
        office.PublicFiles().Keys.Order(StringComparer.Ordinal));

    private static async Task AssertAnsweredOnceAsync(Office office)
    {
        Assert.Equal(UploadState.Withdrawn, Assert.Single(await office.RecordsAsync()).State);
        Assert.Equal(Verdict.Accepted, Assert.Single(office.Receipts()).Verdict);
    }

    // Stands still before it puts a folder in place, file by file as accounts do, and may be dead after it.
    private sealed class LatePlace(IBlobPlace inner, bool dies, Func<Task> meanwhile) : DelegatingPlace(inner)
    {
        private bool _dead;

        public override async Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation)
        {
            await meanwhile().ConfigureAwait(false);
            foreach (var path in Directory.EnumerateFiles(staged))
            {
                using var file = File.OpenRead(path);
                await TryWriteAsync(folder.Below(Path.GetFileName(path)), file, BlobWrite.New, cancellation).ConfigureAwait(false);
            }

            _dead = dies;
            return await OverAsync(folder.Value, () => Task.FromResult(true)).ConfigureAwait(false);
        }

        protected override Task<T> OverAsync<T>(string name, Func<Task<T>> call) => _dead ? throw new PowerCutException() : call();
    }
}
