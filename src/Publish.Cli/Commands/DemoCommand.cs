using System.CommandLine;
using System.Globalization;
using Publish.Cli.Demos;
using Publish.Cli.Running;
using Publish.Cli.Terminals;
using Publish.Pipeline;
using Publish.Pipeline.Workspaces;
using Publish.Portal;

namespace Publish.Cli.Commands;

/// <summary><c>publish demo</c>: synthetic files of three agencies, taken through the real pipeline.</summary>
internal sealed class DemoCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Option<int?> _threads = Inputs.Threads();
    private readonly Option<long?> _memory = Inputs.Memory();
    private readonly Option<bool> _json = Inputs.Json();
    private readonly Option<string> _to = new("--to")
    {
        Description = "The folder to publish to; made where it is missing.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "open-data",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "What the files are made from; the same seed gives the same bytes.",
        HelpName = "N",
        DefaultValueFactory = _ => 2026,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public DemoCommand(Shell shell)
        : base(
            "demo",
            "Make the files of three agencies that do not exist, and take them through the real pipeline.",
            "publish demo",
            "publish demo --to /tmp/open-data --seed 7")
    {
        _shell = shell;
        Add(_to);
        Add(_seed);
        Add(_threads);
        Add(_memory);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var folder = new OpenDataFolder(line.GetRequiredValue(_to));
        var seed = line.GetValue(_seed);
        var json = line.GetValue(_json);
        folder.OpenPrivate();
        using var workspace = Workspace.Below(folder.TemporaryFolder);
        var settings = Inputs.SettingsOf(workspace, line.GetValue(_threads), line.GetValue(_memory));
        var outcomes = await RunAllAsync(new DemoRun(_shell, folder, seed), settings, json, cancellation).ConfigureAwait(false);
        await BuildSitesAsync(folder, outcomes, cancellation).ConfigureAwait(false);
        if (json)
        {
            _shell.Terminal.Output.Write(DemoJson.Write(folder.Root, seed, outcomes));
        }
        else
        {
            Summarise(outcomes, folder);
        }

        return outcomes.Select(outcome => outcome.ExitCode).FirstOrDefault(code => code != ExitCodes.Done);
    }

    private async Task<IReadOnlyList<DemoOutcome>> RunAllAsync(
        DemoRun demo, RunSettings settings, bool json, CancellationToken cancellation)
    {
        Tell("Three agencies that do not exist send files about people who do not exist.", Ink.Plain);
        var outcomes = new List<DemoOutcome>();
        foreach (var upload in DemoUpload.All)
        {
            var fault = upload.IsFaulty ? ", a file with planted faults" : "";
            Tell("", Ink.Plain);
            Tell(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count + 1} of {DemoUpload.All.Count}  {upload.Sample.Title}, {upload.Edition}{fault}"), Ink.Heading);
            outcomes.Add(await demo.RunAsync(upload, settings, cancellation).ConfigureAwait(false));
        }

        return outcomes;

        void Tell(string text, Ink ink)
        {
            if (!json)
            {
                _shell.Terminal.Say(text, ink);
            }
        }
    }

    // Each audience's from what that audience can read; the public has one even where nothing was published.
    private static async Task BuildSitesAsync(
        OpenDataFolder folder, IReadOnlyList<DemoOutcome> outcomes, CancellationToken cancellation)
    {
        var places = outcomes.SelectMany(outcome => outcome.Receipt.Published?.Places ?? []);
        foreach (var audience in places.Select(place => place.Audience).Prepend("public").Distinct(StringComparer.Ordinal))
        {
            var settings = new SiteSettings
            {
                Audience = audience,
                Address = SiteSettings.LocalAddressOf(audience),
                Title = "Open data",
                Publisher = "Publish, with data that are made up",
            };
            await new SiteBuilder(folder.PlaceOf(audience), settings).BuildAsync(cancellation).ConfigureAwait(false);
        }
    }

    private void Summarise(IReadOnlyList<DemoOutcome> outcomes, OpenDataFolder folder)
    {
        var text = new DemoText(_shell.Terminal, folder);
        foreach (var outcome in outcomes)
        {
            text.Write(outcome);
        }

        new NextSteps(_shell.Terminal, folder).Write(outcomes);
    }
}
