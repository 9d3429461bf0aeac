using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>A power cut: the n-th call to storage does its work or does not, and the process ends there.</summary>
internal sealed class PowerCut(int call, bool afterwards)
{
    private int _calls;

    public bool HasHappened { get; private set; }

    public async Task<T> OverAsync<T>(Func<Task<T>> work)
    {
        if (++_calls != call)
        {
            return await work().ConfigureAwait(false);
        }

        HasHappened = true;
        if (afterwards)
        {
            await work().ConfigureAwait(false);
        }

        throw new PowerCutException();
    }
}

internal sealed class PowerCutException : Exception;

/// <summary>Storage that a power cut strikes.</summary>
internal sealed class StoppingPlace(FolderPlace inner, PowerCut cut) : IPublicPlace, IPrivatePlace
{
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.OpenReadAsync(name, cancellation));

    public Task<string?> FindTagAsync(BlobName name, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.FindTagAsync(name, cancellation));

    public Task<bool> TryWriteAsync(BlobName name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryWriteAsync(name, content, expected, cancellation));

    public Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryPutFolderAsync(folder, staged, cancellation));
}
