using System.CommandLine;
using Microsoft.Extensions.Logging;
using Publish.Cli.Installations;
using Publish.Cli.Running;
using Publish.Cli.Terminals;
using Publish.Hosting;
using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Telemetry;
using Publish.Portal;
using Publish.Telemetry;

namespace Publish.Cli.Commands;

/// <summary><c>publish serve</c>: an installation on one machine, without Azure's engine.</summary>
internal sealed class ServeCommand : ExampledCommand
{
    private const int MostUploads = 64;
    private const int LongestClaim = 3600;

    private readonly Shell _shell;
    private readonly Option<StorageAddress> _storage = Inputs.Storage();
    private readonly Option<int?> _threads = Inputs.Threads();
    private readonly Option<long?> _memory = Inputs.Memory();
    private readonly Option<Uri?> _address = Inputs.Address(
        "--address", $"Where the public site is served, http, ending in '/'. [default: {SiteSettings.LocalAddress}]");

    private readonly Option<int?> _uploads = Inputs.WholeNumber(
        "--uploads", "Uploads worked on at once. [default: 1, with all threads]", MostUploads);

    private readonly Option<int?> _claim = Inputs.WholeNumber(
        "--claim", "Seconds after which the upload of a worker that went silent is taken up by another. [default: 300]", LongestClaim);

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public ServeCommand(Shell shell)
        : base(
            "serve",
            "Run an installation on this machine: work on uploads as they come, run the timers, serve the public site.",
            "publish serve",
            "publish serve --storage azurite --address http://localhost:8000/")
    {
        _shell = shell;
        _address.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<Uri?>() is { } address && (address.Scheme != Uri.UriSchemeHttp || address.AbsolutePath != "/"))
            {
                result.AddError("--address takes http://HOST:PORT/: for https, put a server that has the certificate before it.");
            }
        });
        Add(_storage);
        Add(_address);
        Add(_uploads);
        Add(_threads);
        Add(_memory);
        Add(_claim);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var storage = line.GetRequiredValue(_storage);
        var address = line.GetValue(_address) ?? SiteSettings.LocalAddress;
        var installation = await Installation.OpenAsync(storage, _shell.Settings, cancellation).ConfigureAwait(false);
        if (storage is StorageAddress.OfFolder(var path))
        {
            new OpenDataFolder(path).RemoveUnfinished(cancellation);
        }

        using var export = new TelemetryExport(_shell.Settings, Instruments.Name, "publish-serve");
        using var logs = LoggerFactory.Create(export.AddTo);
        using var terminal = new TerminalLogProvider(_shell.Terminal, _shell.Time);
        logs.AddProvider(terminal);
        var context = installation.ContextOf(_shell.Time, new Unwatched()) with
        {
            Settings = WorkerOf(line, installation.Worker),
            Log = logs.CreateLogger(Instruments.Name),
        };
        var catalogue = new Catalogue(context, SettingsOf(storage, address));
        var host = new LocalHost(context with { RebuildSite = catalogue.RebuildAsync }, catalogue, HostOf(storage, address));
        try
        {
            await host.RunAsync(() => Say(storage, address), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // How it is meant to end.
            _shell.Terminal.Say("Stopped.");
        }

        return ExitCodes.Done;
    }

    private void Say(StorageAddress storage, Uri address)
    {
        _shell.Terminal.Say($"The public site is at {address}", Ink.Good);
        _shell.Terminal.Say($"Uploads are worked on as they come (publish upload{storage.AsOption}). Ctrl-C stops.");
        _shell.Terminal.Output.Flush();
    }

    private WorkerSettings WorkerOf(ParseResult line, WorkerSettings defaults) => defaults with
    {
        Threads = line.GetValue(_threads) ?? defaults.Threads,
        MemoryLimitBytes = line.GetValue(_memory) ?? defaults.MemoryLimitBytes,
        ConcurrentUploads = line.GetValue(_uploads) ?? defaults.ConcurrentUploads,
        ClaimDuration = line.GetValue(_claim) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.ClaimDuration,
    };

    // The site of accounts in Azure has an address of its own, and is built for that or not at all.
    private Func<string, string?> SettingsOf(StorageAddress storage, Uri address)
    {
        var own = Catalogue.SettingOf("public", nameof(SiteSettings.Address));
        return name => name == own && storage is not StorageAddress.OfAccounts
            ? address.ToString()
            : _shell.Settings(name);
    }

    private static LocalHostSettings HostOf(StorageAddress storage, Uri address) => storage switch
    {
        // Files may be copied there by anything.
        StorageAddress.OfFolder => new LocalHostSettings { Address = address, Quiet = TimeSpan.FromSeconds(2) },
        StorageAddress.OfEmulator => new LocalHostSettings { Address = address },
        _ => new LocalHostSettings { Address = address, Pause = TimeSpan.FromSeconds(10) },
    };
}
