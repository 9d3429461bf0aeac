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
        "--address", $"Where the site is served, http, ending in '/'. [default: {SiteSettings.LocalAddress}, with port 8081 for partners, 8082 for agencies]");

    private readonly Option<string> _audience = Inputs.Audience("Whose site is served: public, partners or agencies. The others are built, and not served.");

    private readonly Option<int?> _uploads = Inputs.WholeNumber(
        "--uploads", "Uploads worked on at once. [default: 1, with all threads]", MostUploads);

    private readonly Option<int?> _claim = Inputs.WholeNumber(
        "--claim", "Seconds after which the upload of a worker that went silent is taken up by another. [default: 300]", LongestClaim);

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public ServeCommand(Shell shell)
        : base(
            "serve",
            "Run an installation on this machine: work on uploads as they come, run the timers, serve the site.",
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
        Add(_audience);
        Add(_uploads);
        Add(_threads);
        Add(_memory);
        Add(_claim);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var storage = line.GetRequiredValue(_storage);
        var audience = line.GetRequiredValue(_audience);
        var address = line.GetValue(_address) ?? SiteSettings.LocalAddressOf(audience);
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
        var catalogue = new Catalogue(context, SettingsOf(audience, line.GetValue(_address)))
        {
            // The site of accounts in Azure has an address of its own, and is built for that or not at all.
            IsLocal = storage is not StorageAddress.OfAccounts,
        };
        var settings = HostOf(storage) with { Audience = audience, Address = address };
        var host = new LocalHost(context with { RebuildSite = catalogue.RebuildAsync }, catalogue, settings);
        try
        {
            await host.RunAsync(() => Say(storage, settings), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // How it is meant to end.
            _shell.Terminal.Say("Stopped.");
        }

        return ExitCodes.Done;
    }

    private void Say(StorageAddress storage, LocalHostSettings settings)
    {
        _shell.Terminal.Say($"The {settings.Audience} site is at {settings.Address}", Ink.Good);
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

    // Readers may reach the site at another address than it is served at: that is set, not asked for.
    private Func<string, string?> SettingsOf(string audience, Uri? asked)
    {
        var own = Catalogue.SettingOf(audience, nameof(SiteSettings.Address));
        return name => _shell.Settings(name) ?? (name == own ? asked?.ToString() : null);
    }

    private static LocalHostSettings HostOf(StorageAddress storage) => storage switch
    {
        // Files may be copied there by anything.
        StorageAddress.OfFolder => new LocalHostSettings { Quiet = TimeSpan.FromSeconds(2) },
        StorageAddress.OfEmulator => new LocalHostSettings(),
        _ => new LocalHostSettings { Pause = TimeSpan.FromSeconds(10) },
    };
}
