using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Protection;

/// <summary>Keeps the levels of a records release in the ledger, once for all editions of the dataset.</summary>
internal static class LevelsLedger
{
    /// <summary>Keeps the levels, or makes sure that they are those another run has just kept.</summary>
    /// <param name="ledger">The dataset's ledger.</param>
    /// <param name="release">The release's name.</param>
    /// <param name="levels">The levels it is published at.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the levels are kept.</returns>
    /// <exception cref="StopException">Another run kept other levels meanwhile.</exception>
    public static async Task KeepAsync(DatasetLedger ledger, string release, ChosenLevels levels, CancellationToken cancellation)
    {
        if (await ledger.TryKeepLevelsAsync(release, levels, cancellation).ConfigureAwait(false))
        {
            return;
        }

        var kept = await ledger.FindLevelsAsync(release, cancellation).ConfigureAwait(false);
        if (kept is null || !levels.Levels.All(level => kept.Levels.TryGetValue(level.Key, out var name) && name == level.Value))
        {
            throw new StopException(Verdict.Held, ProtectionCodes.KeptLevelsDiffer, $"release {release}");
        }
    }
}
