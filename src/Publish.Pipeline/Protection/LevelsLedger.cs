using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Protection;

/// <summary>Keeps the levels of a records release in the ledger, once for all editions of the dataset.</summary>
internal static class LevelsLedger
{
    /// <summary>Keeps the levels, or makes sure that they are those another run has just kept.</summary>
    /// <param name="ledger">The dataset's ledger.</param>
    /// <param name="records">The release as protected.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the levels are kept.</returns>
    /// <exception cref="StopException">Another run kept other levels meanwhile.</exception>
    public static async Task KeepAsync(DatasetLedger ledger, ProtectedRecords records, CancellationToken cancellation)
    {
        var levels = ProtectionStage.LevelsOf(records);
        if (await ledger.TryKeepLevelsAsync(records.Plan.Release.Name, levels, cancellation).ConfigureAwait(false))
        {
            return;
        }

        var kept = await ledger.FindLevelsAsync(records.Plan.Release.Name, cancellation).ConfigureAwait(false);
        if (kept is null || !levels.Levels.All(level => kept.Levels.TryGetValue(level.Key, out var name) && name == level.Value))
        {
            throw new StopException(Verdict.Held, ProtectionCodes.KeptLevelsDiffer, $"release {records.Plan.Release.Name}");
        }
    }
}
