using Microsoft.Extensions.Logging;
using Publish.Pipeline.Telemetry;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Has sites built again at once by what changes what their readers can read: the timer would come round to it in ten minutes.
/// </summary>
internal static class SiteRebuilding
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Builds the sites of all audiences again.</summary>
    /// <param name="context">What builds, and the log.</param>
    /// <param name="operation">Who asks for it.</param>
    /// <param name="cancellation">Stops the builds.</param>
    /// <returns>A task that ends when they are built, or cannot be.</returns>
    public static async Task RebuildSitesAsync(this OperationContext context, string operation, CancellationToken cancellation)
    {
        foreach (var audience in Audiences.Names)
        {
            await context.RebuildSiteAsync(operation, audience, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Builds the site of an audience again. Whatever is wrong with it is said and keeps nothing else from its turn.</summary>
    /// <param name="context">What builds, and the log.</param>
    /// <param name="operation">Who asks for it.</param>
    /// <param name="audience">The audience's name.</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <returns>A task that ends when it is built, or cannot be.</returns>
    public static async Task RebuildSiteAsync(
        this OperationContext context, string operation, string audience, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, context.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await context.RebuildSite(audience, both.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A page that leads nowhere for a while is bad; work that is not done because of it is worse.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            new LogLine(TelemetryEvents.OperationFailed).Named(operation).With("error", e).WriteTo(context.Log, LogLevel.Error);
        }
    }
}
