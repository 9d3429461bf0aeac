using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>The decisions about a dataset, one blob each, created and never written again.</summary>
public sealed class DecisionLog(IPrivatePlace place, string agency, string dataset)
{
    private const int DigestBytes = 6;

    /// <summary>Adds a line. The same line again adds nothing.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the line is there.</returns>
    /// <exception cref="IOException">It is not: storage failed, or refuses what is new in that container.</exception>
    public async Task AddAsync(Decision decision, CancellationToken cancellation)
    {
        if (!await place.TryWriteAsync(NameOf(decision), LedgerJson.Write(decision), BlobWrite.New, cancellation).ConfigureAwait(false)
            && !await HasAsync(decision, cancellation).ConfigureAwait(false))
        {
            throw new IOException("A decision could not be written.");
        }
    }

    /// <summary>Looks for a line.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Whether there is a line of exactly that.</returns>
    public async Task<bool> HasAsync(Decision decision, CancellationToken cancellation) =>
        await place.ReadAsync(NameOf(decision), cancellation).ConfigureAwait(false) is { } line
        && line.AsSpan().SequenceEqual(LedgerJson.Write(decision));

    /// <summary>Reads every line.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The decisions in the order of time.</returns>
    public async IAsyncEnumerable<Decision> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in place.ListAsync(Folder, cancellation).ConfigureAwait(false))
        {
            if (await LedgerJson.ReadAsync<Decision>(place, new BlobName(entry.Name), cancellation).ConfigureAwait(false) is { } decision)
            {
                yield return decision;
            }
        }
    }

    private BlobName NameOf(Decision decision)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(LedgerJson.Write(decision)).AsSpan(0, DigestBytes));
        var kind = decision.Kind.ToString().ToLowerInvariant();
        return new BlobName(string.Create(
            CultureInfo.InvariantCulture, $"{Folder}{decision.At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{kind}-{digest}.json"));
    }

    private string Folder => $"{Containers.Decisions}/{agency}/{dataset}/";
}
