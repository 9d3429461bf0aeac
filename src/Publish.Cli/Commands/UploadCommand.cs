using System.CommandLine;
using System.CommandLine.Parsing;
using Publish.Cli.Decisions;
using Publish.Cli.Installations;
using Publish.Cli.Terminals;
using Publish.Pipeline.Operations;
using Publish.Policies;

namespace Publish.Cli.Commands;

/// <summary><c>publish upload</c>: sends a file to an installation, whose workers take it through its life.</summary>
internal sealed class UploadCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Argument<string> _file = Inputs.FileOrFolder();
    private readonly Option<string> _agency = NameOption("--agency", "The agency that sends the file.", "AGENCY");
    private readonly Option<string> _dataset = NameOption("--dataset", "The dataset it belongs to.", "DATASET");
    private readonly Option<string> _edition = Inputs.Edition();
    private readonly Option<StorageAddress> _storage = Inputs.Storage();
    private readonly Option<bool> _json = Inputs.Json();
    private readonly Option<string> _policy = Inputs.Policy();
    private readonly Option<bool> _replace = new("--replace-policy")
    {
        Description = "With --policy: put it in the place of another policy of the dataset.",
    };

    private readonly Option<string?> _corrects = Inputs.Corrects();
    private readonly Option<string?> _by = DecisionInputs.By();

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public UploadCommand(Shell shell)
        : base(
            "upload",
            "Send a file to an installation; its workers read, protect, attack and publish it.",
            "publish upload casualties.csv --agency northshire-council --dataset road-casualties --edition 2026-Q2 --policy road-casualties.yaml",
            "publish upload casualties.csv --agency northshire-council --dataset road-casualties --edition 2026-Q2 --storage azure")
    {
        _shell = shell;
        _policy.Required = false;
        _policy.Description = "Installs the dataset's policy first; the files it names lie beside it.";
        _edition.Validators.Add(CheckEdition);
        _by.Description = "Who sends it: somebody else approves, where the policy asks for approval. [default: who is signed in, to Azure or to this machine]";
        Add(_file);
        Add(_agency);
        Add(_dataset);
        Add(_edition);
        Add(_corrects);
        Add(_policy);
        Add(_replace);
        Add(_by);
        Add(_storage);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var edition = new UploadSelection(
            line.GetRequiredValue(_agency), line.GetRequiredValue(_dataset), line.GetRequiredValue(_edition));
        var storage = line.GetRequiredValue(_storage);
        var installation = await Installation.OpenAsync(storage, _shell.Settings, cancellation).ConfigureAwait(false);
        var sender = await Signing.NameAsync(installation.Person, line.GetValue(_by), cancellation).ConfigureAwait(false);
        var note = new UploadNote(sender, line.GetValue(_corrects)?.Trim());
        var installed = line.GetValue(_policy) is { } policy
            && await new PolicyInstallation(installation.Private)
                .InstallAsync(edition, policy, line.GetValue(_replace), cancellation).ConfigureAwait(false);
        var path = line.GetRequiredValue(_file);
        var sent = Directory.Exists(path)
            ? await new FolderSending(installation.Private).SendAsync(edition, path, note, cancellation).ConfigureAwait(false)
            : await new Sending(installation.Private).SendAsync(edition, path, note, cancellation).ConfigureAwait(false);
        if (line.GetValue(_json))
        {
            _shell.Terminal.Output.Write(Json(sent, installed));
        }
        else
        {
            Say(sent, installed, edition, storage, _shell.Terminal);
        }

        return ExitCodes.Done;
    }

    private static Option<string> NameOption(string name, string description, string helpName)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName, Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } value && !Names.IsName(value))
            {
                result.AddError($"{name} takes lower-case letters, digits and '-', at most 63 in all, beginning with a letter or digit.");
            }
        });
        return option;
    }

    private static void CheckEdition(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } value && !Names.IsEdition(value))
        {
            result.AddError("--edition takes letters, digits and '-', at most 63 in all, such as 2026-10 or 2026-Q3.");
        }
    }

    private static string Json(SentUpload sent, bool installed) => InstallationJson.Write(new
    {
        Upload = sent.Name,
        New = sent.IsNew,
        PolicyInstalled = installed,
    });

    private static void Say(SentUpload sent, bool installed, UploadSelection edition, StorageAddress storage, Terminal terminal)
    {
        if (installed)
        {
            terminal.Say("The policy is installed.");
        }

        terminal.Say(sent.IsNew ? $"Sent: {sent.Name}" : $"The same file is there already: {sent.Name}", Ink.Good);
        terminal.Say();
        terminal.Say("Next:");
        terminal.Say($"  publish receipt {edition}{storage.AsOption}");
        terminal.Say(storage is StorageAddress.OfAccounts
            ? "shows what came of it, a few minutes from now."
            : $"shows what came of it, once it was worked on. That is done while this runs:{Environment.NewLine}  publish serve{storage.AsOption}");
    }
}
