using Azure.Identity;
using Publish.Cli.Running;
using Publish.Codes;
using Publish.Hosting;
using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Portal;
using Publish.Storage;

namespace Publish.Cli.Installations;

/// <summary>An installation's storage, opened for a command.</summary>
/// <param name="Private">The place of everything that is not published.</param>
/// <param name="PlaceOf">The place of each audience, by its name.</param>
/// <param name="TemporaryFolder">Where runs keep temporary files, each in a folder of its own.</param>
internal sealed record Installation(IPrivatePlace Private, Func<string, IPublicPlace> PlaceOf, string TemporaryFolder)
{
    /// <summary>Signs addresses for those who have no identity; <see langword="null"/> for folders.</summary>
    public AccountSignatures? Signatures { get; private init; }

    /// <summary>Who is signed in; <see langword="null"/> where nobody signs in.</summary>
    public SignedInPerson? Person { get; private init; }

    /// <summary>The secret keys that policies name.</summary>
    public RunSecrets Secrets { get; private init; } = RunSecrets.None;

    /// <summary>Opens an installation. The folders of a folder and the containers of the emulator are made where they are missing.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="settings">
    /// The value of a setting, by its name: <c>PrivateStorage__blobServiceUri</c> and so on for accounts in Azure (see
    /// <see cref="StoragePlaces.SettingOf"/>), <see cref="StorageAddress.EmulatorSetting"/> for the emulator.
    /// </param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The installation.</returns>
    /// <exception cref="StorageException">A setting is missing.</exception>
    /// <exception cref="CodedException">The emulator does not answer.</exception>
    public static async Task<Installation> OpenAsync(
        StorageAddress address, Func<string, string?> settings, CancellationToken cancellation)
    {
        var installation = await OpenPlacesAsync(address, settings, cancellation).ConfigureAwait(false);
        return installation with { Secrets = new RunSecrets(settings) };
    }

    /// <summary>A worker's settings where nothing else is asked for: the defaults of <see cref="WorkerSettings"/>.</summary>
    public WorkerSettings Worker => new() { TemporaryFolder = TemporaryFolder };

    /// <summary>What an operation works with.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="observer">Watches.</param>
    /// <returns>The context, with <see cref="Worker"/> and <see cref="Secrets"/>.</returns>
    public OperationContext ContextOf(TimeProvider time, IRunObserver observer) => new(Private, PlaceOf, Worker, time, observer)
    {
        Secrets = Secrets,
        RebuildSite = (audience, cancellation) => new SiteTurn(Private, time)
            .BuildAsync(audience, stop => SiteBuilder.RebuildAsync(PlaceOf(audience), stop), cancellation),
    };

    /// <summary>
    /// What a decision works with: in Azure people decide and the workers carry out, since who may decide cannot publish.
    /// </summary>
    /// <param name="time">The clock.</param>
    /// <returns>The context.</returns>
    public OperationContext DecisionContextOf(TimeProvider time) => ContextOf(time, new Unwatched()) with { CarriesOut = Person is null };

    private static async Task<Installation> OpenPlacesAsync(
        StorageAddress address, Func<string, string?> settings, CancellationToken cancellation)
    {
        switch (address)
        {
            case StorageAddress.OfFolder(var path):
                var folder = new OpenDataFolder(path);
                return new Installation(folder.OpenPrivate(), folder.PlaceOf, folder.TemporaryFolder);
            case StorageAddress.OfEmulator(var given):
                var endpoint = given ?? EmulatorOf(settings);
                await PrepareAsync(endpoint, cancellation).ConfigureAwait(false);
                return Of(StoragePlaces.OfEmulator(endpoint));
            default:
                return Of(StoragePlaces.OfAccounts(settings, new DefaultAzureCredential()));
        }
    }

    private static async Task PrepareAsync(Uri endpoint, CancellationToken cancellation)
    {
        try
        {
            await Emulator.PrepareAsync(endpoint, cancellation).ConfigureAwait(false);
        }
        catch (StorageException)
        {
            throw new CodedException(CliCodes.EmulatorAway);
        }
    }

    private static Uri EmulatorOf(Func<string, string?> settings) =>
        Uri.TryCreate(settings(StorageAddress.EmulatorSetting), UriKind.Absolute, out var endpoint) ? endpoint : Emulator.DefaultEndpoint;

    private static Installation Of(StoragePlaces places) => new(
        places.Private, places.PlaceOf, Path.Combine(Path.GetTempPath(), "publish-of-" + Environment.UserName))
    {
        Signatures = places.Signatures,
        Person = places.Person,
    };
}
