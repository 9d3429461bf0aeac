using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

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
    /// <param name="account">An account of the emulator.</param>
    /// <param name="containers">The containers.</param>
    /// <param name="access">Who may read them.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when they are there.</returns>
    public static async Task PrepareAsync(
        BlobServiceClient account, IEnumerable<string> containers, PublicAccessType access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(containers);
        foreach (var container in containers)
        {
            await account.GetBlobContainerClient(container)
                .CreateIfNotExistsAsync(access, cancellationToken: cancellation).ConfigureAwait(false);
        }
    }

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
