using System.CommandLine;
using Publish.Cli.Commands;
using Publish.Cli.Installations;
using Publish.Cli.Terminals;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary>The shape of every decision: about an edition, signed with a name and a reason, a line in the ledger.</summary>
internal abstract class DecisionCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Argument<UploadSelection> _edition = Inputs.Selection();
    private readonly Option<string?>? _receipt;
    private readonly Option<string?> _by = DecisionInputs.By();
    private readonly Option<string> _reason;
    private readonly Option<StorageAddress> _storage = Inputs.Storage();
    private readonly Option<bool> _json = Inputs.Json();

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    /// <param name="name">The name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="reader">Who reads the reason.</param>
    /// <param name="isOfUpload">Whether it is about one upload of the edition, or about the edition.</param>
    /// <param name="example">What an example gives as reason.</param>
    protected DecisionCommand(Shell shell, string name, string description, string reader, bool isOfUpload, string example)
        : base(
            name,
            description,
            $"publish {name} northshire-council/road-casualties/2026-Q2 --reason \"{example}\"",
            $"publish {name} northshire-council/road-casualties/2026-Q2 --by \"A. Colleague\" --reason \"{example}\" --storage azurite")
    {
        _shell = shell;
        _reason = DecisionInputs.Reason(reader);
        Add(_edition);
        if (isOfUpload)
        {
            _receipt = Inputs.Receipt();
            Add(_receipt);
        }

        Add(_by);
        Add(_reason);
        Add(_storage);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    /// <summary>Takes the decision.</summary>
    /// <param name="context">What it works with.</param>
    /// <param name="edition">What it is about.</param>
    /// <param name="signature">Who, and why.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>How far the upload is, or the edition.</returns>
    protected abstract Task<UploadState> DecideAsync(
        OperationContext context, UploadSelection edition, Signature signature, CancellationToken cancellation);

    /// <summary>Says what came of it.</summary>
    /// <param name="state">How far the upload is, or the edition.</param>
    /// <param name="isCarriedOut">Whether that was carried out now; else the workers do it.</param>
    /// <returns>A sentence.</returns>
    protected abstract string Say(UploadState state, bool isCarriedOut);

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var installation = await Installation.OpenAsync(line.GetRequiredValue(_storage), _shell.Settings, cancellation).ConfigureAwait(false);
        var signature = await Signing.SignAsync(
            installation, line.GetValue(_by), line.GetRequiredValue(_reason), cancellation).ConfigureAwait(false);
        var selection = line.GetRequiredValue(_edition) with { Receipt = _receipt is null ? null : line.GetValue(_receipt) };
        var context = installation.DecisionContextOf(_shell.Time);
        var state = await DecideAsync(context, selection, signature, cancellation).ConfigureAwait(false);
        if (line.GetValue(_json))
        {
            _shell.Terminal.Output.Write(OutputJson.Write(new { State = state, signature.By, CarriedOut = context.CarriesOut }));
        }
        else
        {
            _shell.Terminal.Say(Say(state, context.CarriesOut), state == UploadState.Held ? Ink.Warning : Ink.Good);
        }

        return state == UploadState.Held ? ExitCodes.Held : ExitCodes.Done;
    }
}
