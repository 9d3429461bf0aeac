using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>What every operation works with.</summary>
/// <param name="Private">Private storage.</param>
/// <param name="PlaceOf">The place of each audience, by its name.</param>
/// <param name="Settings">The worker's share of the machine, and its patience.</param>
/// <param name="Time">The clock.</param>
/// <param name="Observer">Watches.</param>
public sealed record OperationContext(
    IPrivatePlace Private, Func<string, IPublicPlace> PlaceOf, WorkerSettings Settings, TimeProvider Time, IRunObserver Observer)
{
    /// <summary>The secret keys that policies may name. Default: none.</summary>
    public RunSecrets Secrets { get; init; } = RunSecrets.None;

    /// <summary>Where operations say in numbers what they did; see <see cref="Telemetry.TelemetryEvents"/>. Default: nowhere.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>
    /// Whether decisions are carried out where they are taken. Where not, a person decides who may write the ledger and no
    /// more, and the workers' next timer carries it out. Default: true.
    /// </summary>
    public bool CarriesOut { get; init; } = true;

    /// <summary>Builds the site of an audience, by its name, from what is published. Default: there are no sites.</summary>
    public Func<string, CancellationToken, Task> RebuildSite { get; init; } = (_, _) => Task.CompletedTask;
}
