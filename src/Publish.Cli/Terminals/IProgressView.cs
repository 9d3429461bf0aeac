using Publish.Pipeline;

namespace Publish.Cli.Terminals;

/// <summary>Shows a person how far a run is.</summary>
internal interface IProgressView
{
    /// <summary>Shows progress while work is done.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work; it tells its progress to the observer.</param>
    /// <returns>What the work gave.</returns>
    Task<T> ShowAsync<T>(Func<IRunObserver, Task<T>> work);
}
