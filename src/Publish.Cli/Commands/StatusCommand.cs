using System.CommandLine;
using System.Globalization;
using Publish.Cli.Installations;
using Publish.Cli.Terminals;
using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Policies;

namespace Publish.Cli.Commands;

/// <summary><c>publish status</c>: how far the uploads of a dataset are, or how the whole installation is.</summary>
internal sealed class StatusCommand : ExampledCommand
{
    private readonly Shell _shell;
    private readonly Option<StorageAddress> _storage = Inputs.Storage();
    private readonly Option<bool> _json = Inputs.Json();
    private readonly Option<bool> _all = new("--all")
    {
        Description = "How the whole installation is, in numbers.",
    };

    private readonly Argument<string?> _dataset = new("AGENCY/DATASET")
    {
        Description = "The dataset, such as northshire-council/road-casualties.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public StatusCommand(Shell shell)
        : base(
            "status",
            "Say how far the uploads of a dataset are, or how the whole installation is.",
            "publish status northshire-council/road-casualties",
            "publish status --all --storage azure --json")
    {
        _shell = shell;
        _dataset.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !(text.Split('/') is [var agency, var dataset] && Names.IsName(agency) && Names.IsName(dataset)))
            {
                result.AddError("AGENCY/DATASET takes two names joined by '/', such as northshire-council/road-casualties.");
            }
        });
        Add(_dataset);
        Add(_all);
        Add(_storage);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetValue(_all) == result.GetValue(_dataset) is not null)
            {
                result.AddError("Name a dataset as AGENCY/DATASET, or ask for all with --all.");
            }
        });
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult line, CancellationToken cancellation)
    {
        var installation = await Installation.OpenAsync(line.GetRequiredValue(_storage), _shell.Settings, cancellation).ConfigureAwait(false);
        return line.GetValue(_dataset) is { } dataset
            ? await ShowAsync(installation, dataset, line.GetValue(_json), cancellation).ConfigureAwait(false)
            : await ShowAllAsync(installation, line.GetValue(_json), cancellation).ConfigureAwait(false);
    }

    private async Task<int> ShowAllAsync(Installation installation, bool json, CancellationToken cancellation)
    {
        var health = await new HealthSurvey(installation.Private, _shell.Time).RunAsync(cancellation).ConfigureAwait(false);
        if (json)
        {
            _shell.Terminal.Output.Write(OutputJson.Write(health));
        }
        else
        {
            HealthText.Write(health, _shell.Terminal);
        }

        return ExitCodes.Done;
    }

    private async Task<int> ShowAsync(Installation installation, string dataset, bool json, CancellationToken cancellation)
    {
        var records = new List<UploadRecord>();
        await foreach (var record in new UploadLedger(installation.Private).AllAsync(dataset, cancellation).ConfigureAwait(false))
        {
            records.Add(record);
        }

        if (json)
        {
            _shell.Terminal.Output.Write(OutputJson.Write(new { Dataset = dataset, Uploads = records.OrderByDescending(r => r.Received).Select(Facts) }));
        }
        else if (records.Count > 0)
        {
            foreach (var record in records.Where(r => r.State != UploadState.Grouped).OrderByDescending(r => r.Received))
            {
                _shell.Terminal.Say(Text(record));
            }
        }

        if (records.Count > 0)
        {
            return ExitCodes.Done;
        }

        _shell.Terminal.Complain(new Finding(CliCodes.NoUploads, "").ToString());
        return ExitCodes.Usage;
    }

    private static object Facts(UploadRecord record) => new
    {
        record.Edition,
        record.State,
        record.Receipt,
        Received = record.Received.UtcDateTime,
        record.Uploader,
        record.Attempts,
        Due = record.Due?.UtcDateTime,
        record.RawKeptUntil,
    };

    private static string Text(UploadRecord record)
    {
        var edition = record.Edition ?? "?";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{edition,-12} {UploadStates.Of(record.State),-24} received {record.Received.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {record.Receipt ?? "no receipt yet"}");
    }
}
