namespace Publish.Storage.Folders;

/// <summary>A turn at a name of a folder: held until it is disposed of or its process dies.</summary>
internal sealed class FolderLease(FileStream held) : IBlobLease
{
    /// <inheritdoc />
    public Task<bool> TryRenewAsync(CancellationToken cancellation) => Task.FromResult(true);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => held.DisposeAsync();
}
