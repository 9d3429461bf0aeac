using System.CommandLine;
using Publish.Cli.Installations;
using Publish.Cli.Running;
using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Commands;

/// <summary><c>publish receipt</c>: what came of an upload, as <c>publish run</c> says it.</summary>
internal sealed class ReceiptCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Argument<UploadSelection> _edition = Inputs.Selection();
    private readonly Option<string?> _receipt = Inputs.Receipt();
    private readonly Option<StorageAddress> _storage = Inputs.Storage();
    private readonly Option<bool> _json = Inputs.Json();

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public ReceiptCommand(Shell shell)
        : base(
            "receipt",
            "Show the receipt of an upload: of several for one edition, the last.",
            "publish receipt northshire-council/road-casualties/2026-Q2",
            "publish receipt northshire-council/road-casualties/2026-Q2 --storage azure --json")
    {
        _shell = shell;
        _receipt.Description = "The receipt's name, where it is not the last; `publish status` lists them.";
        Add(_edition);
        Add(_receipt);
        Add(_storage);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var installation = await Installation.OpenAsync(line.GetRequiredValue(_storage), _shell.Settings, cancellation).ConfigureAwait(false);
        var selection = line.GetRequiredValue(_edition) with { Receipt = line.GetValue(_receipt) };
        if (await FindAsync(installation, selection, cancellation).ConfigureAwait(false) is { } receipt)
        {
            ReceiptOutput.Write(receipt, line.GetValue(_json), _shell.Terminal);
            return ExitCodes.Of(receipt.Verdict);
        }

        _shell.Terminal.Complain(new Finding(CliCodes.NoReceipt, "").ToString());
        return ExitCodes.Usage;
    }

    private static async Task<Receipt?> FindAsync(Installation installation, UploadSelection selection, CancellationToken cancellation)
    {
        UploadRecord? last = null;
        await foreach (var record in new UploadLedger(installation.Private).AllAsync(selection.ToString(), cancellation).ConfigureAwait(false))
        {
            if ((selection.Receipt is null || record.Receipt == selection.Receipt) && !(last?.Received > record.Received))
            {
                last = record;
            }
        }

        return last is null
            ? null
            : await new ReceiptShelf(installation.Private).FindAsync(last, cancellation).ConfigureAwait(false);
    }
}
