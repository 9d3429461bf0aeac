using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Publish.Storage.Accounts;

namespace Publish.Storage;

/// <summary>
/// Signs addresses (shared access signatures) that let whoever has one do one thing until a time. In Azure by a key of
/// delegation of whoever is signed in, so that a signature never allows more than its signer may, and ends with the key, after
/// seven days at most; for the emulator, which has no identities, by its public key.
/// </summary>
public sealed class AccountSignatures
{
    private readonly Func<string, BlobServiceClient> _accountOf;
    private readonly Func<string, StorageSharedKeyCredential>? _keyOf;

    private AccountSignatures(Func<string, BlobServiceClient> accountOf, Func<string, StorageSharedKeyCredential>? keyOf) =>
        (_accountOf, _keyOf) = (accountOf, keyOf);

    /// <summary>Signatures of accounts in Azure.</summary>
    /// <param name="accountOf">The account of <c>private</c> or an audience.</param>
    /// <returns>What signs.</returns>
    public static AccountSignatures OfAccounts(Func<string, BlobServiceClient> accountOf) => new(accountOf, null);

    /// <summary>Signatures of the emulator.</summary>
    /// <param name="endpoint">Its blob endpoint without an account's name.</param>
    /// <returns>What signs.</returns>
    public static AccountSignatures OfEmulator(Uri endpoint) => new(
        account => AzureAccounts.OpenEmulator(endpoint, Emulator.AccountOf(account)),
        account => Emulator.KeyOf(Emulator.AccountOf(account)));

    /// <summary>Lets one blob of the private account be created: not read, replaced or deleted.</summary>
    /// <param name="name">The blob.</param>
    /// <param name="until">When that ends.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The address to put it to.</returns>
    /// <exception cref="StorageException">The service gave no key.</exception>
    public Task<Uri> ToCreateAsync(BlobName name, DateTimeOffset until, CancellationToken cancellation)
    {
        var blob = AccountContainers.OfPrivate(_accountOf(StoragePlaces.PrivateName)).BlobOf(name);
        var terms = new BlobSasBuilder(BlobSasPermissions.Create, until)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
        };
        return SignAsync(StoragePlaces.PrivateName, blob.Uri, terms, cancellation);
    }

    /// <summary>Lets what an audience reads be listed and read.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="until">When that ends.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The address below which everything lies.</returns>
    /// <exception cref="StorageException">The service gave no key.</exception>
    public Task<Uri> ToReadAsync(string audience, DateTimeOffset until, CancellationToken cancellation)
    {
        var container = _accountOf(audience).GetBlobContainerClient(Containers.Published);
        var terms = new BlobSasBuilder(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, until)
        {
            BlobContainerName = container.Name,
            Resource = "c",
        };
        return SignAsync(audience, container.Uri, terms, cancellation);
    }

    private async Task<Uri> SignAsync(string account, Uri address, BlobSasBuilder terms, CancellationToken cancellation)
    {
        if (_keyOf is not null)
        {
            terms.Protocol = SasProtocol.HttpsAndHttp;
            return Signed(address, terms.ToSasQueryParameters(_keyOf(account)));
        }

        var client = _accountOf(account);
        var key = await Answers.OfAsync(() => client.GetUserDelegationKeyAsync(null, terms.ExpiresOn, cancellation)).ConfigureAwait(false);
        terms.Protocol = SasProtocol.Https;
        return Signed(address, terms.ToSasQueryParameters(key.Value, client.AccountName));
    }

    private static Uri Signed(Uri address, SasQueryParameters signature) =>
        new BlobUriBuilder(address) { Sas = (BlobSasQueryParameters)signature }.ToUri();
}
