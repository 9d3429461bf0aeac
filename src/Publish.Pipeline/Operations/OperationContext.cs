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
}
