using System.IO.Compression;
using System.Text;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;
using Publish.Storage;

namespace Publish.EndToEnd.Hostile;

/// <summary>
/// Somebody who may write uploads, and does so to do harm: whatever is sent ends in its receipt or is refused by storage,
/// and nothing else changes. Held for every kind of storage.
/// </summary>
public abstract class HostileUploadTests : IAsyncLifetime
{
    private const string Upload = $"uploads/{PolicyText.Agency}/{PolicyText.Dataset}/2026-10/people.csv";
    private const string PolicyName = $"policies/{PolicyText.Agency}/{PolicyText.Dataset}.yaml";

    private readonly string _temporary = Directory.CreateTempSubdirectory("publish-hostile-").FullName;

    private static string Csv { get; } = "district,sex\n" + string.Concat(
        Enumerable.Range(0, 120).Select(i => $"{(i % 4 == 0 ? "Norham" : i % 4 == 1 ? "Norton" : "Sutton")},{(i % 3 == 0 ? "x" : "y")}\n"));

    /// <summary>Private storage.</summary>
    protected abstract IPrivatePlace Private { get; }

    /// <summary>The place of an audience.</summary>
    protected abstract IPublicPlace PlaceOf(string audience);

    /// <summary>Writes a blob of any name, past everything that checks names.</summary>
    /// <returns>False where storage itself has no such names.</returns>
    protected abstract Task<bool> TryPutAnyAsync(string name, byte[] content);

    /// <summary>Empties storage.</summary>
    protected abstract Task ClearAsync();

    public Task InitializeAsync() => ClearAsync();

    public async Task DisposeAsync()
    {
        await ClearAsync();
        Directory.Delete(_temporary, recursive: true);
    }

    public static TheoryData<string> Names =>
    [
        "uploads/reference/data/2026-10/../../../../policies/reference/data.yaml",
        "uploads/reference/data/2026-10/..%2f..%2fdata.yaml",
        "uploads/reference/data/2026-10/%2e%2e/%2e%2e/data.yaml",
        "uploads/reference/data/2026-10/people\u0007.csv",
        "uploads/reference/data/2026-10/people\n.csv",
        "uploads/reference/data/2026-10/people\u202Evsc.exe",
        "uploads/reference/data/2026-10/" + new string('a', 900) + "/" + new string('b', 60),
        "uploads/reference/data/2026-10/people/../../2026-11/_SUCCESS",
        "uploads/reference/data/2026-10/people/deeper/part-0.csv",
        "uploads/reference/data/2026-10/_people/part-0.csv",
        "uploads/reference/../other/2026-10/people.csv",
        "uploads/reference/data//people.csv",
        "uploads/people.csv",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_is_none_gets_one_receipt_at_most_and_changes_nothing_else(string name)
    {
        await InstallAsync();
        var isThere = await TryPutAnyAsync(name, Encoding.UTF8.GetBytes(Csv));
        await SweepAsync();
        await SweepAsync();
        await new OnUpload(Context()).RunAsync(name, default);

        // Storage may clean a name on its way in: then it is another upload, with a receipt all the same.
        var receipts = await ReceiptsAsync();
        Assert.InRange(receipts.Count, isThere ? 1 : 0, 2);
        Assert.All(receipts.Where(receipt => receipt.Verdict != Verdict.Accepted), receipt => Assert.Single(receipt.Findings));
        Assert.Equal(Policy(5), await TextAsync(PolicyName));
        Assert.Empty(await PrivateNamesAsync("staging/"));
        Assert.Empty(await PrivateNamesAsync("ledger/open/"));
        Assert.Empty(Directory.EnumerateFiles(_temporary, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_name_of_2000_characters_is_refused_by_storage_or_rejected()
    {
        await InstallAsync();
        var name = $"uploads/{PolicyText.Agency}/{PolicyText.Dataset}/2026-10/{new string('a', 1960)}";
        await TryPutAnyAsync(name, [1]);
        Assert.Equal(UploadState.Rejected, (await new OnUpload(Context()).RunAsync(name, default))!.State);
        await SweepAsync();
        Assert.Equal("upload-name", Assert.Single(Assert.Single(await ReceiptsAsync()).Findings).Code);
    }

    [Fact]
    public async Task Another_agencys_prefix_gives_nothing_of_that_agency()
    {
        await InstallAsync();
        await PutAsync("policies/other/data.yaml", Policy(5));
        await PutAsync("uploads/other/data/2026-10/people.csv", Csv);
        await SweepAsync();
        var receipt = Assert.Single(await ReceiptsAsync());
        Assert.Equal(("other", "admission-other-agency"), (receipt.Agency, Assert.Single(receipt.Findings).Code));
        Assert.Empty(await PublicNamesAsync());
    }

    [Fact]
    public async Task A_gzip_bomb_a_zip_and_gzip_in_a_csv_are_rejected()
    {
        await InstallAsync();
        var uploads = new Dictionary<string, byte[]>
        {
            ["2026-01"] = Gzip(new string('\0', 10_000_000)),
            ["2026-02"] = Zip(Csv),
            ["2026-03"] = Gzip(Csv),
        };
        foreach (var (edition, content) in uploads)
        {
            await PutAsync(Upload.Replace("2026-10", edition, StringComparison.Ordinal), content);
        }

        await PutAsync("policies/packed/data.yaml", Policy(5).Replace("agency: reference", "agency: packed", StringComparison.Ordinal)
            .Replace("format: csv", "format: csv, compression: gzip, maximumBytes: 1000000", StringComparison.Ordinal));
        await PutAsync("uploads/packed/data/2026-10/people.csv.gz", Gzip(string.Concat(Enumerable.Repeat("Norham,x\n", 2_000_000))));
        await SweepAsync();
        var receipts = await ReceiptsAsync();
        Assert.Equal(
            ["undeclared-compression", "foreign-file", "undeclared-compression", "decoded-too-large"],
            receipts.OrderBy(r => r.Agency == "packed").ThenBy(r => r.Edition, StringComparer.Ordinal).Select(r => r.Findings[0].Code));
        Assert.Empty(await PublicNamesAsync());
    }

    [Fact]
    public async Task A_policy_that_is_swapped_while_its_upload_is_worked_on_changes_nothing_of_it()
    {
        await InstallAsync();
        await PutAsync(Upload, Csv);
        var swapping = new WatchedPlace(Private) { AfterOpening = WatchedPlace.Once(Upload, () => PutAsync(PolicyName, Policy(2))) };
        Assert.Equal(UploadState.Published, (await new OnUpload(Context() with { Private = swapping }).RunAsync(Upload, default))!.State);
        Assert.Contains(Upload, swapping.Opened);
        await PutAsync(PolicyName, Policy(5));
        await PutAsync(Upload.Replace("2026-10", "2026-11", StringComparison.Ordinal), Csv);
        await SweepAsync();
        Assert.Single((await ReceiptsAsync()).Select(receipt => receipt.Policy!.Sha256).Distinct());
    }

    [Fact]
    public async Task An_upload_that_is_overwritten_while_it_is_read_is_held_and_the_new_one_answered()
    {
        await InstallAsync();
        await PutAsync(Upload, Csv);
        var swapping = new WatchedPlace(Private) { AfterOpening = WatchedPlace.Once(Upload, () => PutAsync(Upload, Csv + "Norham,x\n")) };
        var held = await new OnUpload(Context() with { Private = swapping }).RunAsync(Upload, default);
        Assert.Equal(UploadState.Held, held!.State);
        Assert.Equal("upload-changed", Assert.Single(Assert.Single(await ReceiptsAsync()).Findings).Code);
        Assert.Empty(await PublicNamesAsync());

        await SweepAsync();
        Assert.Equal([Verdict.Accepted, Verdict.Held], (await ReceiptsAsync()).Select(receipt => receipt.Verdict).Order());
    }

    [Fact]
    public async Task A_folder_of_parts_is_published_and_a_part_that_comes_late_changes_nothing()
    {
        await InstallAsync();
        var folder = Upload[..^".csv".Length];
        var rows = Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var part = 0; part < 3; part++)
        {
            await PutAsync($"{folder}/part-{part}.csv", string.Join('\n', rows[1..].Where((_, i) => i % 3 == part).Prepend(rows[0])) + "\n");
        }

        await new OnUpload(Context()).RunAsync($"{folder}/part-1.csv", default);
        Assert.NotEmpty(await PrivateNamesAsync("staging/parts/"));
        await PutAsync($"{folder}/_SUCCESS", "");
        await SweepAsync();
        Assert.Equal((Verdict.Accepted, 120L), (Assert.Single(await ReceiptsAsync()).Verdict, (await ReceiptsAsync())[0].Upload!.Rows));
        Assert.Empty(await PrivateNamesAsync("staging/"));
        var published = await PublicNamesAsync();

        await PutAsync($"{folder}/part-9.csv", Csv);
        await SweepAsync();
        Assert.Equal(["part-late"], (await ReceiptsAsync()).SelectMany(receipt => receipt.Findings).Select(finding => finding.Code));
        Assert.Equal(published, await PublicNamesAsync());
        Assert.Empty(await PrivateNamesAsync("staging/"));
    }

    private static string Policy(int threshold) => PolicyText.Of(
        new Dictionary<string, string> { ["district"] = PolicyText.Key, ["sex"] = PolicyText.Key },
        "releases:\n" + PolicyText.Table("people", "{ district: [district, all], sex: [sex, all] }", threshold));

    private Task<bool> InstallAsync() => PutAsync(PolicyName, Policy(5));

    private OperationContext Context() => new(
        Private, PlaceOf, new WorkerSettings { TemporaryFolder = _temporary, Threads = 1 }, TimeProvider.System, new Unwatched());

    private Task<SweepReport> SweepAsync() => new Sweep(Context()).RunAsync(default);

    private Task<bool> PutAsync(string name, string content) => PutAsync(name, Encoding.UTF8.GetBytes(content));

    private Task<bool> PutAsync(string name, byte[] content) => Private.TryWriteAsync(new BlobName(name), content, BlobWrite.Any, default);

    private async Task<string> TextAsync(string name) => Encoding.UTF8.GetString((await Private.ReadAsync(new BlobName(name), default))!);

    private async Task<List<Receipt>> ReceiptsAsync()
    {
        var receipts = new List<Receipt>();
        foreach (var name in (await PrivateNamesAsync("receipts/")).Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            receipts.Add(ReceiptJson.Read((await Private.ReadAsync(new BlobName(name), default))!));
        }

        return receipts;
    }

    private Task<List<string>> PrivateNamesAsync(string prefix) => NamesAsync(Private, prefix);

    private Task<List<string>> PublicNamesAsync() => NamesAsync(PlaceOf("public"), "data/");

    private static async Task<List<string>> NamesAsync(IBlobPlace place, string prefix)
    {
        var names = new List<string>();
        await foreach (var entry in place.ListAsync(prefix, default))
        {
            names.Add(entry.Name);
        }

        return names;
    }

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    private static byte[] Zip(string text)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("people.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }
}
