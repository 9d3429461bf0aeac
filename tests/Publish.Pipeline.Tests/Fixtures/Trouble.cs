using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>
/// Trouble at the n-th call to storage: either that one call fails, before or after it did its work, or the process is
/// dead from then on.
/// </summary>
internal sealed class Trouble(int call, bool afterwards, bool deadly)
{
    private int _calls;

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

    public bool HasHappened => _calls >= call;

    public async Task<T> OverAsync<T>(Func<Task<T>> work)
    {
        var number = Interlocked.Increment(ref _calls);
        if (number < call || (number > call && !deadly))
        {
            return await work().ConfigureAwait(false);
        }

        if (number == call && afterwards)
        {
            await work().ConfigureAwait(false);
        }

        throw deadly ? new PowerCutException() : new StorageException(StorageCodes.Unavailable, 503);
    }
}

internal sealed class PowerCutException : IOException;

/// <summary>Storage in trouble.</summary>
internal sealed class TroubledPlace(IBlobPlace inner, Trouble trouble) : DelegatingPlace(inner)
{
    protected override Task<T> OverAsync<T>(string name, Func<Task<T>> call) => trouble.OverAsync(call);
}
