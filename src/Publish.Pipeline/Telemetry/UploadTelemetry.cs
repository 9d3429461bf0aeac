using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Telemetry;

/// <summary>What one attempt at an upload tells those who operate the installation: a span, and lines.</summary>
internal sealed class UploadTelemetry : IDisposable
{
    private readonly OperationContext _context;
    private readonly UploadRecord _record;
    private readonly long _began;
    private readonly Activity? _span;

    /// <summary>Begins an attempt.</summary>
    /// <param name="context">The log and the clock.</param>
    /// <param name="record">The upload's record, claimed.</param>
    public UploadTelemetry(OperationContext context, UploadRecord record)
    {
        _context = context;
        _record = record;
        _began = context.Time.GetTimestamp();
        _span = Instruments.Source.StartActivity("upload");
        Stages = new StageTelemetry(context, record, _span);
    }

    /// <summary>Watches the stages.</summary>
    public StageTelemetry Stages { get; }

    /// <summary>Says that an upload is settled, whoever settled it.</summary>
    /// <param name="context">The log.</param>
    /// <param name="record">The record, settled.</param>
    /// <param name="receipt">Its receipt.</param>
    /// <param name="span">The span of the work, where there is one.</param>
    public static void Settled(OperationContext context, UploadRecord record, Receipt receipt, Activity? span = null)
    {
        var line = new LogLine(TelemetryEvents.UploadEnded)
            .With(TelemetryEvents.State, record.State)
            .With("verdict", receipt.Verdict)
            .About(record)
            .With("rows", receipt.Upload?.Rows)
            .With("codes", receipt.Findings)
            .With("age-seconds", context.Time.GetUtcNow() - record.Received);
        Instruments.Uploads.Add(1, new KeyValuePair<string, object?>("publish.state", record.State.ToString()));
        line.Tag(span);
        line.WriteTo(context.Log, receipt.Verdict == Verdict.Accepted ? LogLevel.Information : LogLevel.Warning);
        if (record.State == UploadState.Poisoned)
        {
            new LogLine(TelemetryEvents.UploadPoisoned).About(record).WriteTo(context.Log, LogLevel.Error);
        }
    }

    /// <summary>Notes that the run has its receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="settled">The record, or <see langword="null"/> where another worker settled it.</param>
    public void End(Receipt receipt, UploadRecord? settled)
    {
        Stages.Stop(receipt);
        if (settled is not null)
        {
            Settled(_context, settled, receipt, _span);
        }
    }

    /// <summary>Notes that the attempt ended without an answer.</summary>
    /// <param name="exception">Why.</param>
    public void Fail(Exception exception)
    {
        Instruments.Failures.Add(1);
        _span?.SetStatus(ActivityStatusCode.Error);
        var line = new LogLine(TelemetryEvents.AttemptFailed)
            .About(_record)
            .With("seconds", _context.Time.GetElapsedTime(_began))
            .With("error", exception);
        line.Tag(_span);
        line.WriteTo(_context.Log, LogLevel.Error);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Stages.Dispose();
        _span?.Dispose();
    }
}
