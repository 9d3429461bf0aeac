using System.Security.Cryptography;

namespace Publish.Storage;

/// <summary>Digests of contents.</summary>
internal static class Digests
{
    /// <summary>Digests a stream to its end.</summary>
    /// <param name="content">The stream.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellation) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));
}
