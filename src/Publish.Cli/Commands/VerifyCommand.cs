using System.CommandLine;
using Publish.Cli.Verifications;
using Publish.Codes;
using Publish.Pipeline.Workspaces;
using Publish.Portal.Verification;

namespace Publish.Cli.Commands;

/// <summary><c>publish verify</c>: checks published versions with nothing but what was published.</summary>
internal sealed class VerifyCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Option<int?> _threads = Inputs.Threads();
    private readonly Option<long?> _memory = Inputs.Memory();
    private readonly Option<bool> _json = Inputs.Json();
    private readonly Argument<string> _folder = new("FOLDER")
    {
        Description = "The folder of a version, any folder above versions, or the address of a site.",
    };

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public VerifyCommand(Shell shell)
        : base(
            "verify",
            "Check published files against their certificate, and attack them, with nothing but what was published.",
            "publish verify open-data",
            "publish verify https://data.agency.example/",
            "publish verify open-data/public/data/northshire-council/road-casualties/2026-Q2/v1.0.0 --json")
    {
        _shell = shell;
        _folder.Validators.Add(result =>
        {
            if (AddressOf(result.GetValueOrDefault<string>()) is null && !Directory.Exists(result.GetValueOrDefault<string>()))
            {
                result.AddError($"There is no folder {result.GetValueOrDefault<string>()}.");
            }
        });
        Add(_folder);
        Add(_threads);
        Add(_memory);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        using var workspace = Workspace.OfSystem();
        var settings = Inputs.SettingsOf(workspace, line.GetValue(_threads), line.GetValue(_memory));
        var named = line.GetRequiredValue(_folder);
        var folder = named;
        if (AddressOf(named) is { } address)
        {
            folder = await FetchAsync(address, workspace, cancellation).ConfigureAwait(false);
        }

        var versions = await Task.Run(() => _shell.Publisher.Verify(folder, settings, cancellation), cancellation)
            .ConfigureAwait(false);
        var sites = await Task.Run(() => SitesOf(folder).ToDictionary(
            site => AddressOf(named)?.AbsoluteUri ?? Path.GetRelativePath(folder, site), site => SiteVerification.Run(site, cancellation), StringComparer.Ordinal), cancellation)
            .ConfigureAwait(false);
        if (line.GetValue(_json))
        {
            _shell.Terminal.Output.Write(VerificationJson.Write(versions, sites));
        }
        else
        {
            VerificationText.Write(versions, _shell.Terminal);
            VerificationText.Write(sites, _shell.Terminal);
        }

        if (versions.Count == 0 && sites.Count == 0)
        {
            _shell.Terminal.Complain(new Finding(CliCodes.NothingToVerify, "").ToString());
            return ExitCodes.Usage;
        }

        return versions.All(version => version.IsVerified) && sites.Values.All(checks => checks.All(check => check.Findings.Count == 0))
            ? ExitCodes.Done
            : ExitCodes.NotVerified;
    }

    // The folder itself, or one folder an audience below it.
    private static IEnumerable<string> SitesOf(string folder) =>
        Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Prepend(folder).Where(SiteVerification.IsSite);

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;

    private static async Task<string> FetchAsync(Uri address, Workspace workspace, CancellationToken cancellation)
    {
        var folder = workspace.Folder + "-site";
        Directory.CreateDirectory(folder);
        using var http = new HttpClient();
        await new SiteDownload(http, address, folder).FetchAsync(cancellation).ConfigureAwait(false);
        return folder;
    }
}
