using System.CommandLine;
using Publish.Cli.Running;
using Publish.Pipeline;
using Publish.Pipeline.Workspaces;

namespace Publish.Cli.Commands;

/// <summary><c>publish run</c>: the whole life of an upload, on a local folder.</summary>
internal sealed class RunCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Argument<string> _file = Inputs.FileOrFolder();
    private readonly Option<string> _policy = Inputs.Policy();
    private readonly Option<string> _edition = Inputs.Edition();
    private readonly Option<string?> _corrects = Inputs.Corrects();
    private readonly Option<int?> _threads = Inputs.Threads();
    private readonly Option<long?> _memory = Inputs.Memory();
    private readonly Option<string?> _secrets = Inputs.Secrets();
    private readonly Option<bool> _json = Inputs.Json();
    private readonly Option<string> _to = new("--to")
    {
        Description = "The folder to publish to; made where it is missing.",
        HelpName = "FOLDER",
        Required = true,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public RunCommand(Shell shell)
        : base(
            "run",
            "Read a file under its policy, protect it, attack the result, and publish it to a folder.",
            "publish run casualties.csv --policy casualties.yaml --edition 2026-10 --to open-data",
            "publish run casualties.csv.gz --policy casualties.yaml --edition 2026-Q3 --to open-data --threads 8 --memory 2GiB --json")
    {
        _shell = shell;
        Add(_file);
        Add(_policy);
        Add(_edition);
        Add(_corrects);
        Add(_to);
        Add(_threads);
        Add(_memory);
        Add(_secrets);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var folder = new OpenDataFolder(line.GetRequiredValue(_to));
        folder.RemoveUnfinished(cancellation);
        var request = new RunRequest
        {
            Upload = Inputs.UploadAt(line.GetRequiredValue(_file)),
            PolicyPath = line.GetRequiredValue(_policy),
            Edition = line.GetRequiredValue(_edition),
            CorrectionReason = line.GetValue(_corrects)?.Trim(),
            Secrets = SecretsFile.Open(line.GetValue(_secrets), _shell.Settings),
            Private = folder.OpenPrivate(),
            PlaceOf = folder.PlaceOf,
        };
        using var workspace = Workspace.Below(folder.TemporaryFolder);
        var settings = Inputs.SettingsOf(workspace, line.GetValue(_threads), line.GetValue(_memory));
        var receipt = await UploadRun.ExecuteAsync(_shell, request, settings, cancellation).ConfigureAwait(false);
        ReceiptOutput.Write(receipt, line.GetValue(_json), _shell.Terminal);
        return ExitCodes.Of(receipt.Verdict);
    }
}
