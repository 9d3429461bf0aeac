using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.EndToEnd.Serving;

/// <summary>An installation that hosts in processes of their own work on, and a test looks into.</summary>
internal abstract class Estate : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(Nightly.IsOn ? 30 : 5);

    /// <summary>What the option <c>--storage</c> is given.</summary>
    public abstract string Storage { get; }

    public abstract IPrivatePlace Private { get; }

    public IPublicPlace Public => PlaceOf("public");

    /// <summary>The place of an audience.</summary>
    public abstract IPublicPlace PlaceOf(string audience);

    /// <summary>A folder of the test's own.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("publish-estate-").FullName;

    /// <summary>The folder where processes find the one of temporary files.</summary>
    public string Temporary => Directory.CreateDirectory(Path.Combine(Root, "tmp")).FullName;

    /// <summary>Opens an installation of a kind.</summary>
    /// <param name="kind"><c>folder</c> or <c>azurite</c>.</param>
    public static async Task<Estate> OpenAsync(string kind)
    {
        var azurite = kind == "azurite" ? new AzuriteServer() : null;
        if (azurite is not null)
        {
            await azurite.InitializeAsync();
        }

        Estate estate = azurite is null ? new FolderEstate() : new AzuriteEstate(azurite);
        await File.WriteAllTextAsync(Path.Combine(estate.Root, "policy.yaml"), SmallDataset.Policy());
        await estate.InstallAsync(SmallDataset.Policy());
        return estate;
    }

    /// <summary>A port that is free.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a host and waits until it serves.</summary>
    public async Task<(PublishProcess Host, Uri Address)> ServeAsync(params string[] more)
    {
        var address = new Uri($"http://localhost:{FreePort()}/");
        var host = Start(["serve", "--storage", Storage, "--address", address.ToString(), "--threads", "1", .. more]);
        await host.ServingAsync();
        return (host, address);
    }

    /// <summary>Starts the program.</summary>
    public PublishProcess Start(params IEnumerable<string> arguments) => PublishProcess.Start(Temporary, Root, arguments);

    /// <summary>Sends an upload of the small dataset.</summary>
    public async Task SendAsync(string edition, int rows, int seed, string? uploader = null)
    {
        var path = Path.Combine(Root, $"people-{edition}.csv");
        await File.WriteAllTextAsync(path, SmallDataset.Csv(rows, seed));
        var sent = await new Sending(Private).SendAsync(SmallDataset.Edition(edition), path, new UploadNote(uploader), default);
        File.Delete(path);
        if (uploader is null)
        {
            Settle(sent.Name);
        }
    }

    /// <summary>Puts a policy in place.</summary>
    public Task InstallAsync(string policy) => Private.TryWriteAsync(
        new BlobName($"{Containers.Policies}/{Fixtures.PolicyText.Agency}/{Fixtures.PolicyText.Dataset}.yaml"),
        Encoding.UTF8.GetBytes(policy),
        BlobWrite.Any,
        default);

    /// <summary>Waits until so many uploads are settled.</summary>
    public async Task SettledAsync(int uploads, Func<string>? otherwise = null)
    {
        var until = DateTime.UtcNow + Patience;
        IReadOnlyList<UploadRecord> records;

        // Who was killed between settling an upload and putting away what it needed leaves a mark for the next start's sweep.
        while ((records = await RecordsAsync()).Count(record => record.IsSettled) < uploads
            || (await NamesAsync(Private, Containers.Ledger + "/open/")).Count > 0)
        {
            Assert.True(
                DateTime.UtcNow < until,
                string.Create(CultureInfo.InvariantCulture, $"Only {records.Count(r => r.IsSettled)} of {uploads} uploads are settled.\n{otherwise?.Invoke()}"));
            await Task.Delay(100);
        }
    }

    public async Task<IReadOnlyList<UploadRecord>> RecordsAsync()
    {
        var records = new List<UploadRecord>();
        await foreach (var record in new UploadLedger(Private).AllAsync("", default))
        {
            records.Add(record);
        }

        return records;
    }

    public static async Task<IReadOnlyList<string>> NamesAsync(IBlobPlace place, string prefix)
    {
        var names = new List<string>();
        await foreach (var entry in place.ListAsync(prefix, default))
        {
            names.Add(entry.Name);
        }

        return names;
    }

    /// <summary>Temporary files that are there now.</summary>
    public virtual IEnumerable<string> TemporaryFiles() =>
        Directory.EnumerateFiles(Temporary, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("dotnet-diagnostic", StringComparison.Ordinal) && !path.Contains("clr-debug", StringComparison.Ordinal));

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Makes an upload look as if it had been there for some time. What is noted beside it would no longer be.
    protected virtual void Settle(string name)
    {
    }
}
