using Microsoft.Extensions.Logging;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Telemetry;

namespace Publish.Pipeline.Operations;

/// <summary>Writes decisions into the ledger and says that there was one. Names and reasons stay in the ledger.</summary>
internal static class Decisions
{
    /// <summary>Adds a decision about an upload.</summary>
    /// <param name="context">The ledger and the log.</param>
    /// <param name="record">The upload's record.</param>
    /// <param name="kind">What is decided.</param>
    /// <param name="signature">Who, and why.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the line is there.</returns>
    public static Task DecideAsync(
        this OperationContext context, UploadRecord record, DecisionKind kind, Signature signature, CancellationToken cancellation) =>
        context.DecideAsync(
            record.Agency!,
            record.Dataset!,
            new Decision(kind, signature.By, context.Time.GetUtcNow(), signature.Reason, record.Key, record.Edition!) { Receipt = record.Receipt },
            cancellation);

    /// <summary>Adds a decision.</summary>
    /// <param name="context">The ledger and the log.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the line is there.</returns>
    public static async Task DecideAsync(
        this OperationContext context, string agency, string dataset, Decision decision, CancellationToken cancellation)
    {
        await new DecisionLog(context.Private, agency, dataset).AddAsync(decision, cancellation).ConfigureAwait(false);
        new LogLine(TelemetryEvents.DecisionTaken)
            .With("kind", decision.Kind)
            .About(agency, dataset, decision.Edition)
            .WriteTo(context.Log, LogLevel.Information);
    }
}
