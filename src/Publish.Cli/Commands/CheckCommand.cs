using System.CommandLine;
using Publish.Cli.Running;
using Publish.Pipeline;
using Publish.Pipeline.Workspaces;

namespace Publish.Cli.Commands;

/// <summary><c>publish check</c>: what <c>publish run</c> does, without keeping or publishing anything.</summary>
internal sealed class CheckCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Argument<string> _file = Inputs.FileOrFolder();
    private readonly Option<string> _policy = Inputs.Policy();
    private readonly Option<string> _edition = Inputs.Edition();
    private readonly Option<int?> _threads = Inputs.Threads();
    private readonly Option<long?> _memory = Inputs.Memory();
    private readonly Option<string?> _secrets = Inputs.Secrets();
    private readonly Option<bool> _json = Inputs.Json();

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public CheckCommand(Shell shell)
        : base(
            "check",
            "Do what `publish run` does, without keeping or publishing anything.",
            "publish check casualties.csv --policy casualties.yaml --edition 2026-10")
    {
        _shell = shell;
        Add(_file);
        Add(_policy);
        Add(_edition);
        Add(_threads);
        Add(_memory);
        Add(_secrets);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var request = new RunRequest
        {
            Upload = Inputs.UploadAt(line.GetRequiredValue(_file)),
            PolicyPath = line.GetRequiredValue(_policy),
            Edition = line.GetRequiredValue(_edition),
            Secrets = SecretsFile.Open(line.GetValue(_secrets), _shell.Settings),
        };
        using var workspace = Workspace.OfSystem();
        var settings = Inputs.SettingsOf(workspace, line.GetValue(_threads), line.GetValue(_memory));
        var receipt = await UploadRun.ExecuteAsync(_shell, request, settings, cancellation).ConfigureAwait(false);
        ReceiptOutput.Write(receipt, line.GetValue(_json), _shell.Terminal);
        return ExitCodes.Of(receipt.Verdict);
    }
}
