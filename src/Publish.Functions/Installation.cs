using Azure.Identity;
using Microsoft.Extensions.Logging;
using Publish.Hosting;
using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Functions;

/// <summary>What the functions work with: the accounts that the settings name, opened by the app's managed identity.</summary>
public static class Installation
{
    /// <summary>The setting of the emulator's blob endpoint; set on a developer's machine, never in Azure.</summary>
    public const string EmulatorSetting = "PUBLISH_EMULATOR";

    private const string TemporaryFolderName = "publish";

    /// <summary>Opens the accounts.</summary>
    /// <param name="settings">The value of a setting, by its name.</param>
    /// <param name="log">Where operations say what they did.</param>
    /// <returns>What the functions work with.</returns>
    /// <exception cref="StorageException">An account's setting is missing.</exception>
    public static OperationContext Open(Func<string, string?> settings, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var places = Uri.TryCreate(settings(EmulatorSetting), UriKind.Absolute, out var emulator)
            ? StoragePlaces.OfEmulator(emulator)
            : StoragePlaces.OfAccounts(settings, new DefaultAzureCredential());
        var worker = new WorkerSettings { TemporaryFolder = Path.Combine(Path.GetTempPath(), TemporaryFolderName) };
        var context = new OperationContext(places.Private, places.PlaceOf, worker, TimeProvider.System, new Unwatched())
        {
            Log = log,
            Secrets = new RunSecrets(settings),
        };
        return context with { RebuildSite = new Catalogue(context, settings).RebuildAsync };
    }
}
