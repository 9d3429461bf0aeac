using System.Collections.Concurrent;
using Publish.Storage;

namespace Publish.Tests;

/// <summary>A place that notes what is opened, and does something before or after that.</summary>
internal sealed class WatchedPlace(IBlobPlace inner) : DelegatingPlace(inner)
{
    public ConcurrentBag<string> Opened { get; } = [];

    public Func<string, Task> BeforeOpening { get; init; } = _ => Task.CompletedTask;

    public Func<string, Task> AfterOpening { get; init; } = _ => Task.CompletedTask;

    /// <summary>Something to do the first time that a blob is opened.</summary>
    public static Func<string, Task> Once(string blob, Func<Task> work)
    {
        var isDone = false;
        return async name =>
        {
            if (!isDone && name == blob)
            {
                isDone = true;
                await work().ConfigureAwait(false);
            }
        };
    }

    public override async Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation)
    {
        Opened.Add(name.Value);
        await BeforeOpening(name.Value).ConfigureAwait(false);
        var stream = await base.OpenReadAsync(name, cancellation).ConfigureAwait(false);
        await AfterOpening(name.Value).ConfigureAwait(false);
        return stream;
    }
}
