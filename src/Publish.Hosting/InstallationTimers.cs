using Publish.Pipeline.Operations;

namespace Publish.Hosting;

/// <summary>
/// The timers of every installation. On Azure the functions of the same names do the same at the same times; a test holds
/// the two together.
/// </summary>
public static class InstallationTimers
{
    /// <summary>The timers.</summary>
    /// <param name="context">What operations work with.</param>
    /// <param name="catalogue">The sites.</param>
    /// <returns>One a function that a timer calls.</returns>
    public static IReadOnlyList<InstallationTimer> Of(OperationContext context, Catalogue catalogue) =>
    [
        new(nameof(Sweep), Schedules.Sweep, new Sweep(context).RunAsync),
        new(nameof(Scheduled), Schedules.Scheduled, new Scheduled(context).RunAsync),
        new(nameof(Retention), Schedules.Retention, new Retention(context).RunAsync),
        new(nameof(Catalogue), Schedules.Catalogue, catalogue.RunAsync),
    ];
}
