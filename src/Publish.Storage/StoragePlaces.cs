using Azure.Core;
using Azure.Storage.Blobs;

namespace Publish.Storage;

/// <summary>All places of an installation.</summary>
/// <param name="Private">The place of everything that is not published.</param>
/// <param name="PlaceOf">The place of each audience, by its name.</param>
public sealed record StoragePlaces(IPrivatePlace Private, Func<string, IPublicPlace> PlaceOf)
{
    /// <summary>What the private account is called beside the audiences.</summary>
    internal const string PrivateName = "private";

    /// <summary>Signs addresses for those who have no identity; <see langword="null"/> where the places are folders.</summary>
    public AccountSignatures? Signatures { get; init; }

    /// <summary>Who is signed in; <see langword="null"/> where nobody signs in.</summary>
    public SignedInPerson? Person { get; init; }

    /// <summary>The setting that has an account's blob endpoint: <c>PrivateStorage__blobServiceUri</c> and so on.</summary>
    /// <param name="account"><c>private</c>, or an audience's name.</param>
    /// <returns>The setting's name, of the form that triggers of Functions read as well.</returns>
    public static string SettingOf(string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return $"{char.ToUpperInvariant(account[0])}{account[1..]}Storage__blobServiceUri";
    }

    /// <summary>Opens accounts in Azure.</summary>
    /// <param name="settings">The value of a setting, by its name; see <see cref="SettingOf"/>.</param>
    /// <param name="credential">Who asks.</param>
    /// <returns>The places; that of an audience without a setting fails when it is asked for.</returns>
    /// <exception cref="StorageException">The private account has no setting.</exception>
    public static StoragePlaces OfAccounts(Func<string, string?> settings, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new StoragePlaces(
            AzurePlace.Private(AccountOf(PrivateName)),
            audience => AzurePlace.Public(AccountOf(audience)))
        {
            Signatures = AccountSignatures.OfAccounts(AccountOf),
            Person = new SignedInPerson(credential),
        };

        BlobServiceClient AccountOf(string account) => AzureAccounts.Open(EndpointOf(account), credential);

        Uri EndpointOf(string account) =>
            Uri.TryCreate(settings(SettingOf(account)), UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps
                ? endpoint
                : throw new StorageException(StorageCodes.AccountMissing, 0);
    }

    /// <summary>Opens the accounts of the emulator.</summary>
    /// <param name="endpoint">Its blob endpoint without an account's name.</param>
    /// <returns>The places.</returns>
    public static StoragePlaces OfEmulator(Uri endpoint) => new(
        AzurePlace.Private(AzureAccounts.OpenEmulator(endpoint, Emulator.PrivateAccount)),
        audience => AzurePlace.Public(AzureAccounts.OpenEmulator(endpoint, Emulator.AccountOf(audience))))
    {
        Signatures = AccountSignatures.OfEmulator(endpoint),
    };
}
