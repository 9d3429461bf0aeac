using Azure.Core;
using Azure.Storage.Blobs;
using Publish.Storage.Accounts;

namespace Publish.Storage;

/// <summary>Clients of accounts.</summary>
public static class AzureAccounts
{
    // A request that hangs is worth less than another attempt; the work as a whole has a time limit of its own.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);

    /// <summary>An account in Azure.</summary>
    /// <param name="endpoint">Its blob endpoint, such as <c>https://NAME.blob.core.windows.net</c>.</param>
    /// <param name="credential">Who asks: a managed identity, or a person who signed in.</param>
    /// <returns>The account's client.</returns>
    public static BlobServiceClient Open(Uri endpoint, TokenCredential credential) => Open(endpoint, credential, Options());

    /// <summary>An account of the emulator.</summary>
    /// <param name="endpoint">The emulator's blob endpoint without the account's name, such as <c>http://127.0.0.1:10000</c>.</param>
    /// <param name="account">The account's name, one of <see cref="Emulator.Accounts"/>.</param>
    /// <returns>The account's client.</returns>
    public static BlobServiceClient OpenEmulator(Uri endpoint, string account) =>
        new(Emulator.ConnectionString(endpoint, account), Options());

    /// <summary>An account in Azure, reached in a way of the caller's.</summary>
    /// <param name="endpoint">Its blob endpoint.</param>
    /// <param name="credential">Who asks.</param>
    /// <param name="options">How requests are made.</param>
    /// <returns>The account's client.</returns>
    internal static BlobServiceClient Open(Uri endpoint, TokenCredential credential, BlobClientOptions options) =>
        new(endpoint, new AskedCredential(credential), options);

    /// <summary>How requests are made.</summary>
    /// <returns>Options of a client.</returns>
    internal static BlobClientOptions Options()
    {
        // The version that both the service and the emulator speak.
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 4;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = RequestTimeout;
        options.AddPolicy(new ErrorsByHeaders(), HttpPipelinePosition.PerCall);

        // Names of blobs are none of telemetry's business.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }
}
