using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Publish.Storage.Accounts;

namespace Publish.Storage;

/// <summary>
/// The storage emulator Azurite, with an account each for what is private and for every audience. Its key is published by
/// its makers and opens nothing else; accounts in Azure are never opened by a key.
/// </summary>
public static class Emulator
{
    /// <summary>The private account.</summary>
    public const string PrivateAccount = "publishprivate";

    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Where it listens unless told otherwise.</summary>
    public static Uri DefaultEndpoint { get; } = new("http://127.0.0.1:10000");

    /// <summary>The names of all accounts.</summary>
    public static IReadOnlyList<string> Accounts { get; } =
        [PrivateAccount, AccountOf("public"), AccountOf("partners"), AccountOf("agencies")];

    /// <summary>What the emulator is to find in its environment variable <c>AZURITE_ACCOUNTS</c>.</summary>
    public static string AccountsSetting { get; } = string.Join(';', Accounts.Select(account => account + ":" + Key));

    /// <summary>The account of an audience.</summary>
    /// <param name="audience">The audience's name.</param>
    /// <returns>The account's name.</returns>
    public static string AccountOf(string audience) => "publish" + audience;

    /// <summary>Makes the containers that are missing. In Azure, the infrastructure makes them.</summary>
    /// <param name="endpoint">The emulator's blob endpoint without the account's name.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when they are there.</returns>
    /// <exception cref="StorageException">The emulator does not answer, or lacks <see cref="Accounts"/>.</exception>
    public static async Task PrepareAsync(Uri endpoint, CancellationToken cancellation)
    {
        foreach (var account in Accounts)
        {
            var (containers, access) = account == PrivateAccount
                ? (Containers.OfPrivate, PublicAccessType.None)
                : (Containers.OfAudience, PublicAccessType.Blob);
            var client = AzureAccounts.OpenEmulator(endpoint, account);
            foreach (var container in containers)
            {
                await Answers.OfAsync(() => client.GetBlobContainerClient(container)
                    .CreateIfNotExistsAsync(access, cancellationToken: cancellation)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The key of an account.</summary>
    /// <param name="account">The account.</param>
    /// <returns>What signs for it.</returns>
    internal static StorageSharedKeyCredential KeyOf(string account) => new(account, Key);

    /// <summary>How to reach an account.</summary>
    /// <param name="endpoint">The emulator's blob endpoint without the account's name.</param>
    /// <param name="account">The account.</param>
    /// <returns>A connection string.</returns>
    internal static string ConnectionString(Uri endpoint, string account)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return $"DefaultEndpointsProtocol={endpoint.Scheme};AccountName={account};AccountKey={Key};BlobEndpoint={endpoint.ToString().TrimEnd('/')}/{account};";
    }
}
