using Publish.Csv;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Validation;

/// <summary>Takes typed rows from the reader and shares them out to one <see cref="UploadWorker"/> a thread.</summary>
internal sealed class UploadConsumer : IBatchConsumer
{
    private readonly UploadWorker[] _workers;

    /// <summary>Creates a consumer.</summary>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="threads">The reader's threads.</param>
    /// <param name="stores">Where respondents and unique values are kept.</param>
    /// <param name="settings">Bounds on classes and values.</param>
    public UploadConsumer(GroupingPlan plan, int threads, PassStores stores, RunSettings settings) =>
        _workers = [.. Enumerable.Range(0, threads).Select(w => new UploadWorker(plan, stores, w, settings))];

    /// <summary>What each worker met.</summary>
    public IReadOnlyList<UploadWorker> Workers => _workers;

    /// <inheritdoc />
    public void Consume(int worker, TypedBatch batch) => _workers[worker].Consume(batch);
}
