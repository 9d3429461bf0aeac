using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Publish.Pipeline.Telemetry;

/// <summary>
/// Where the pipeline's traces and metrics come from. They cost nothing while nobody listens. Their dimensions are stages
/// and states only: names of agencies and datasets are chosen by whoever may upload, and would be as many as they like.
/// </summary>
public static class Instruments
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "Publish.Pipeline";

    private static readonly Meter Meter = new(Name);

    internal static ActivitySource Source { get; } = new(Name);

    internal static Counter<long> Uploads { get; } =
        Meter.CreateCounter<long>("publish.uploads", "{upload}", "Uploads that were settled, by their state.");

    internal static Counter<long> Failures { get; } =
        Meter.CreateCounter<long>("publish.attempts.failed", "{attempt}", "Attempts at uploads that ended without an answer.");

    internal static Counter<long> Rows { get; } =
        Meter.CreateCounter<long>("publish.rows", "{row}", "Rows read without a fault.");

    internal static Counter<long> SuppressedCells { get; } =
        Meter.CreateCounter<long>("publish.cells.suppressed", "{cell}", "Cells of tables that were suppressed.");

    internal static Histogram<double> StageDuration { get; } =
        Meter.CreateHistogram<double>("publish.stage.duration", "s", "How long stages took, by stage.");
}
