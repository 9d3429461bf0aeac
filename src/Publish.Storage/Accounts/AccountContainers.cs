using Azure.Storage.Blobs;

namespace Publish.Storage.Accounts;

/// <summary>The containers of an account, and which of them a name lies in.</summary>
internal sealed class AccountContainers
{
    private readonly BlobServiceClient _account;
    private readonly IReadOnlyList<string> _containers;
    private readonly string? _root;

    private AccountContainers(BlobServiceClient account, IReadOnlyList<string> containers, string? root)
    {
        _account = account;
        _containers = containers;
        _root = root;
    }

    /// <summary>The private account's: nothing lies outside its containers.</summary>
    /// <param name="account">The account.</param>
    /// <returns>Its containers.</returns>
    public static AccountContainers OfPrivate(BlobServiceClient account) => new(account, Containers.OfPrivate, null);

    /// <summary>An audience's: what is not data is its web site.</summary>
    /// <param name="account">The account.</param>
    /// <returns>Its containers.</returns>
    public static AccountContainers OfAudience(BlobServiceClient account) => new(account, [Containers.Published], Containers.Site);

    /// <summary>The blob of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A client of it.</returns>
    /// <exception cref="StorageException">The account has no container for it.</exception>
    public BlobClient BlobOf(BlobName name)
    {
        var slash = name.Value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && _containers.Contains(name.Value[..slash]))
        {
            return _account.GetBlobContainerClient(name.Value[..slash]).GetBlobClient(name.Value[(slash + 1)..]);
        }

        return _root is null
            ? throw new StorageException(StorageCodes.ContainerMissing, 0)
            : _account.GetBlobContainerClient(_root).GetBlobClient(name.Value);
    }

    /// <summary>Where the names that begin with a text lie.</summary>
    /// <param name="prefix">How names begin.</param>
    /// <returns>In the order of names: each container, how its blobs' names begin, and what comes before them.</returns>
    public IEnumerable<(BlobContainerClient Container, string Path, string Before)> Below(string prefix)
    {
        var slash = prefix.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && _containers.Contains(prefix[..slash]))
        {
            return [(_account.GetBlobContainerClient(prefix[..slash]), prefix[(slash + 1)..], prefix[..(slash + 1)])];
        }

        return _root is null ? [] : [(_account.GetBlobContainerClient(_root), prefix, "")];
    }
}
