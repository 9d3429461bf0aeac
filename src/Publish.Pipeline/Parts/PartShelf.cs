using System.Security.Cryptography;
using System.Text;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline.Parts;

/// <summary>
/// The partial class tables of one folder in private storage, and the secret of their pseudonyms. A table's files are
/// written before the small file that names them, so a table is there whole or not at all; which policy and secret it was
/// made under is in that file's name, so no other is ever found.
/// </summary>
/// <param name="place">Private storage.</param>
/// <param name="folder">The folder's name, <c>uploads/{agency}/{dataset}/{edition}/{folder}</c>.</param>
internal sealed class PartShelf(IPrivatePlace place, string folder)
{
    /// <summary>Where the shelves of all folders are.</summary>
    public const string Shelves = Containers.Staging + "/parts/";

    private const string SecretName = "secret";
    private readonly BlobName _root = new(Shelves + folder[(Containers.Uploads.Length + 1)..]);

    /// <summary>The secret of the folder's pseudonyms: random, the same for all of its parts, gone with the tables.</summary>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns><see cref="Pseudonyms.SecretBytes"/> bytes.</returns>
    public async Task<byte[]> SecretAsync(CancellationToken cancellation)
    {
        var name = _root.Below(SecretName);
        if (await place.ReadAsync(name, cancellation).ConfigureAwait(false) is { } there)
        {
            return there;
        }

        var secret = RandomNumberGenerator.GetBytes(Pseudonyms.SecretBytes);
        await place.TryWriteAsync(name, secret, BlobWrite.New, cancellation).ConfigureAwait(false);

        // Another worker's, where it was first.
        return await place.ReadAsync(name, cancellation).ConfigureAwait(false)
            ?? throw new IOException("The secret of a folder's pseudonyms went away.");
    }

    /// <summary>Finds the table of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="policySha256">The policy it must have been read by.</param>
    /// <param name="secret">The secret it must have been made under.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The table, or <see langword="null"/> when there is none.</returns>
    public Task<StoredTable?> FindAsync(UploadIdentity part, string policySha256, byte[] secret, CancellationToken cancellation) =>
        LedgerJson.ReadAsync<StoredTable>(place, NameOf(part, policySha256, secret), cancellation);

    /// <summary>Keeps the table of a part; where another worker's is there, that stays.</summary>
    /// <param name="part">The part.</param>
    /// <param name="table">The table.</param>
    /// <param name="secret">The secret it was made under.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when a table is there.</returns>
    public async Task PutAsync(UploadIdentity part, PartialClassTable table, byte[] secret, CancellationToken cancellation)
    {
        var attempt = Guid.NewGuid().ToString("N");
        string[] files = [.. Directory.EnumerateFiles(table.Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        foreach (var file in files)
        {
            var content = File.OpenRead(Path.Combine(table.Folder, file));
            await using (content.ConfigureAwait(false))
            {
                await place.TryWriteAsync(NameOf(part, attempt, file), content, BlobWrite.Any, cancellation).ConfigureAwait(false);
            }
        }

        var stored = new StoredTable(table.Summary, attempt, files);
        await place.TryWriteAsync(
            NameOf(part, table.Summary.PolicySha256, secret), LedgerJson.Write(stored), BlobWrite.New, cancellation).ConfigureAwait(false);
    }

    /// <summary>Copies a table to this machine.</summary>
    /// <param name="part">The part.</param>
    /// <param name="table">The table as found.</param>
    /// <param name="target">A private folder, made where it is missing.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The table.</returns>
    /// <exception cref="IOException">A file of it is gone: the folder was settled elsewhere.</exception>
    public async Task<PartialClassTable> FetchAsync(
        UploadIdentity part, StoredTable table, string target, CancellationToken cancellation)
    {
        Workspaces.PrivateFolders.Create(target);
        foreach (var file in table.Files)
        {
            var content = await place.OpenReadAsync(NameOf(part, table.Attempt, file), cancellation).ConfigureAwait(false)
                ?? throw new IOException("A file of a partial class table went away.");
            await using (content.ConfigureAwait(false))
            {
                var copy = File.Create(Path.Combine(target, file));
                await using (copy.ConfigureAwait(false))
                {
                    await content.CopyToAsync(copy, cancellation).ConfigureAwait(false);
                }
            }
        }

        return new PartialClassTable(table.Summary, target);
    }

    /// <summary>Removes everything of the folder, its secret first: what is left then tells nothing of anybody.</summary>
    /// <param name="cancellation">Stops the calls; it can be repeated.</param>
    /// <returns>A task that ends when nothing is left.</returns>
    public async Task RemoveAsync(CancellationToken cancellation)
    {
        await place.TryDeleteAsync(_root.Below(SecretName), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
        var names = new List<string>();
        await foreach (var entry in place.ListAsync(_root.Value + "/", cancellation).ConfigureAwait(false))
        {
            names.Add(entry.Name);
        }

        foreach (var name in names)
        {
            await place.TryDeleteAsync(new BlobName(name), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
        }
    }

    private BlobName NameOf(UploadIdentity part, string attempt, string file) => _root.Below($"{part.Key}/{attempt}/{file}");

    private BlobName NameOf(UploadIdentity part, string policySha256, byte[] secret)
    {
        var madeUnder = SHA256.HashData([.. Encoding.ASCII.GetBytes(policySha256), .. secret]);
        return _root.Below($"{part.Key}/{Convert.ToHexStringLower(madeUnder)}.json");
    }
}
