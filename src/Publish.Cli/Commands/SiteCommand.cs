using System.CommandLine;
using System.Globalization;
using Publish.Cli.Running;
using Publish.Cli.Terminals;
using Publish.Portal;
using Publish.Portal.Texts;

namespace Publish.Cli.Commands;

/// <summary><c>publish site</c>: builds the web site, the catalogue and the feeds of what is published in a folder.</summary>
internal sealed class SiteCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Option<string> _audience = Inputs.Audience(
        "Whose site: public, partners or agencies. Each shows only what is published for that audience.");

    private readonly Option<string> _title = new("--title")
    {
        Description = "The site's name.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => new SiteSettings().Title,
    };

    private readonly Option<string> _publisher = new("--publisher")
    {
        Description = "The body that runs the site.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => new SiteSettings().Publisher,
    };

    private readonly Option<string?> _contact = new("--contact")
    {
        Description = "Where readers report faults of the site.",
        HelpName = "EMAIL",
    };

    private readonly Option<string> _language = new("--language")
    {
        Description = "The language of the site's own texts. Texts that agencies give in it are shown, else the English ones.",
        HelpName = "LANGUAGE",
        DefaultValueFactory = _ => new SiteSettings().Language,
    };

    private readonly Option<Uri?> _address = Inputs.Address(
        "--address", $"Where the site is reached; ends in '/'. [default: {SiteSettings.LocalAddress}, with port 8081 for partners, 8082 for agencies]");

    private readonly Option<Uri?> _dataAddress = Inputs.Address(
        "--data-address", "The address below which data/ lies, where that is not the site's own; ends in '/'.");

    private readonly Argument<string> _folder = new("FOLDER")
    {
        Description = "The folder that `publish run --to` publishes to.",
    };

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public SiteCommand(Shell shell)
        : base(
            "site",
            "Build the web site, the catalogue and the feeds of what is published; only what changed is written.",
            "publish site open-data",
            "publish site open-data --address https://data.agency.example/ --title \"Agency data\" --publisher Agency")
    {
        _shell = shell;
        _folder.Validators.Add(result =>
        {
            if (!Directory.Exists(result.GetValueOrDefault<string>()))
            {
                result.AddError($"There is no folder {result.GetValueOrDefault<string>()}.");
            }
        });
        _language.AcceptOnlyFromAmong([.. SiteTexts.Languages]);
        Add(_folder);
        Add(_audience);
        Add(_address);
        Add(_dataAddress);
        Add(_title);
        Add(_publisher);
        Add(_contact);
        Add(_language);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var audience = line.GetRequiredValue(_audience);
        var folder = new OpenDataFolder(line.GetRequiredValue(_folder));
        folder.OpenPrivate();
        var settings = new SiteSettings
        {
            Audience = audience,
            Address = line.GetValue(_address) ?? SiteSettings.LocalAddressOf(audience),
            DataAddress = line.GetValue(_dataAddress),
            Title = line.GetRequiredValue(_title),
            Publisher = line.GetRequiredValue(_publisher),
            Contact = line.GetValue(_contact),
            Language = line.GetRequiredValue(_language),
        };
        var report = await new SiteBuilder(folder.PlaceOf(audience), settings).BuildAsync(cancellation).ConfigureAwait(false);
        _shell.Terminal.Say(Text(report), Ink.Good);
        _shell.Terminal.Say(Path.Combine(folder.FolderOf(audience), "index.html"));
        return ExitCodes.Done;
    }

    private static string Text(SiteReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"The site has {report.Datasets:N0} datasets in {report.Files:N0} files; {report.Rebuilt:N0} datasets were rebuilt, {report.Written:N0} files written, {report.Deleted:N0} deleted.");
}
