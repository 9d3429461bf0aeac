using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Telemetry;

/// <summary>Turns the stages of one run into spans, durations and lines, and passes them on to whoever watches.</summary>
/// <param name="context">The log, the clock and the watcher.</param>
/// <param name="record">The upload.</param>
/// <param name="parent">The span of the attempt, or <see langword="null"/> where nobody listens.</param>
internal sealed class StageTelemetry(OperationContext context, UploadRecord record, Activity? parent) : IRunObserver, IDisposable
{
    private Activity? _span;
    private Stage? _stage;
    private long _began;

    /// <inheritdoc />
    public void Begin(Stage stage)
    {
        _stage = stage;
        _began = context.Time.GetTimestamp();
        _span = Instruments.Source.StartActivity(NameOf(stage), ActivityKind.Internal, parent?.Context ?? default);
        context.Observer.Begin(stage);
    }

    /// <inheritdoc />
    public void Advance(Stage stage, double share) => context.Observer.Advance(stage, share);

    /// <inheritdoc />
    public void End(Stage stage, StageResult result)
    {
        var line = Line(TelemetryEvents.StageEnded, stage)
            .With("rows", result.Rows)
            .With("classes", result.Classes)
            .With("suppressed-cells", result.SuppressedCells)
            .With("suppressed-rows", result.SuppressedRows)
            .With("files", result.Files)
            .With("attacks", result.Attacks);
        Instruments.Rows.Add(result.Rows ?? 0);
        Instruments.SuppressedCells.Add(result.SuppressedCells ?? 0);
        Close(line, stage, LogLevel.Information);
        context.Observer.End(stage, result);
    }

    /// <summary>Notes the stage that ended the run, where one did.</summary>
    /// <param name="receipt">The receipt of the run.</param>
    public void Stop(Receipt receipt)
    {
        if (_stage is { } stage)
        {
            _span?.SetStatus(ActivityStatusCode.Error);
            var line = Line(TelemetryEvents.StageStopped, stage).With("verdict", receipt.Verdict).With("codes", receipt.Findings);
            Close(line, stage, LogLevel.Warning);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _span?.Dispose();

    private static string NameOf(Stage stage) => stage.ToString().ToLowerInvariant();

    private LogLine Line(string name, Stage stage) =>
        new LogLine(name).With("stage", stage).About(record).With("seconds", context.Time.GetElapsedTime(_began));

    private void Close(LogLine line, Stage stage, LogLevel level)
    {
        Instruments.StageDuration.Record(
            context.Time.GetElapsedTime(_began).TotalSeconds, new KeyValuePair<string, object?>("publish.stage", stage.ToString()));
        line.Tag(_span);
        line.WriteTo(context.Log, level);
        _span?.Dispose();
        (_span, _stage) = (null, null);
    }
}
