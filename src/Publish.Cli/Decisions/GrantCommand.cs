using System.CommandLine;
using System.Globalization;
using Publish.Cli.Commands;
using Publish.Cli.Installations;
using Publish.Cli.Terminals;
using Publish.Codes;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary><c>publish grant</c>: lets somebody without an identity send one upload, or read what an audience reads.</summary>
internal sealed class GrantCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Argument<string> _what = new("WHAT")
    {
        Description = "One upload to send, as AGENCY/DATASET/EDITION/FILE; or the audience whose files may be read: partners or agencies.",
    };

    private readonly Option<string> _to = new("--to")
    {
        Description = "To whom. Who is granted an upload does not approve it.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<TimeSpan?> _lifetime = new("--for")
    {
        Description = "For how long: 30m, 4h or 7d; at most 24h for an upload, 7d for reading. [default: 1h for an upload, 1d for reading]",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (Lifetime(result.Tokens[0].Value) is { } lifetime)
            {
                return lifetime;
            }

            result.AddError("--for takes a whole number of minutes, hours or days, such as 30m, 4h or 7d.");
            return null;
        },
    };

    private readonly Option<string?> _by = DecisionInputs.By();
    private readonly Option<string> _reason = DecisionInputs.Reason("It stays in the ledger.");
    private readonly Option<StorageAddress> _storage = Inputs.Storage();
    private readonly Option<bool> _json = Inputs.Json();

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public GrantCommand(Shell shell)
        : base(
            "grant",
            "Print an address to which somebody can send one upload, or below which a partner can read, for a short time.",
            "publish grant northshire-council/road-casualties/2026-Q2/casualties.csv --to \"Siân O'Neill\" --reason \"Second quarter\" --storage azure",
            "publish grant partners --for 7d --to \"Insurers Ltd\" --reason \"Agreement P-7\" --storage azure")
    {
        _shell = shell;
        Add(_what);
        Add(_to);
        Add(_lifetime);
        Add(_by);
        Add(_reason);
        Add(_storage);
        Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var installation = await Installation.OpenAsync(line.GetRequiredValue(_storage), _shell.Settings, cancellation).ConfigureAwait(false);
        if (installation.Signatures is not { } signatures)
        {
            _shell.Terminal.Complain(new Finding(CliCodes.GrantOfFolder, "").ToString());
            return ExitCodes.Usage;
        }

        var signature = await Signing.SignAsync(
            installation, line.GetValue(_by), line.GetRequiredValue(_reason), cancellation).ConfigureAwait(false);
        var granting = new Granting(installation.DecisionContextOf(_shell.Time), signatures);
        var what = line.GetRequiredValue(_what);
        var isUpload = what.Contains('/', StringComparison.Ordinal);
        var lifetime = line.GetValue(_lifetime) ?? (isUpload ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1));
        var to = line.GetRequiredValue(_to);
        var address = isUpload
            ? await granting.ToSendAsync(what, to, lifetime, signature, cancellation).ConfigureAwait(false)
            : await granting.ToReadAsync(what, to, lifetime, signature, cancellation).ConfigureAwait(false);
        Write(address, isUpload, _shell.Time.GetUtcNow() + lifetime, line.GetValue(_json), _shell.Terminal);
        return ExitCodes.Done;
    }

    private static void Write(Uri address, bool isUpload, DateTimeOffset until, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Output.Write(OutputJson.Write(new { Address = address.AbsoluteUri, Until = until.UtcDateTime }));
            return;
        }

        terminal.Say(
            string.Create(CultureInfo.InvariantCulture, $"GRANTED  until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Whoever has the address may use it: send it to nobody else."),
            Ink.Good);
        terminal.Say();
        terminal.Say(address.AbsoluteUri);
        terminal.Say();
        terminal.Say(isUpload
            ? "To send a file: curl -T FILE -H \"x-ms-blob-type: BlockBlob\" \"ADDRESS\""
            : "To read a file, put its name below data between the address and its question mark: …/data/AGENCY/DATASET/latest.json?…");
    }

    private static TimeSpan? Lifetime(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 10_000)
        {
            return null;
        }

        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
