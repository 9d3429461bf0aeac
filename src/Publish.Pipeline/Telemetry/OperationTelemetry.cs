using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Publish.Pipeline.Operations;

namespace Publish.Pipeline.Telemetry;

/// <summary>What the work of a timer tells those who operate the installation: a span and a line.</summary>
public static class OperationTelemetry
{
    /// <summary>Does the work under a span and says how it ended.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="context">The log and the clock.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="work">The work.</param>
    /// <param name="told">Adds to the line what the work did, in numbers.</param>
    /// <returns>What the work gives.</returns>
    public static async Task<T> WatchAsync<T>(
        OperationContext context, string operation, Func<Task<T>> work, Func<LogLine, T, LogLine> told)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(told);
        var began = context.Time.GetTimestamp();
        using var span = Instruments.Source.StartActivity(operation.ToLowerInvariant());
        try
        {
            var result = await work().ConfigureAwait(false);
            var line = told(Line(TelemetryEvents.OperationEnded), result);
            line.Tag(span);
            line.WriteTo(context.Log, LogLevel.Information);
            return result;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            Line(TelemetryEvents.OperationFailed).With("error", e).WriteTo(context.Log, LogLevel.Error);
            throw;
        }

        LogLine Line(string name) =>
            new LogLine(name).Named(operation).With("seconds", context.Time.GetElapsedTime(began));
    }
}
