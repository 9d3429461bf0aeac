namespace Publish.Csv;

/// <summary>Takes typed rows as they are read.</summary>
public interface IBatchConsumer
{
    /// <summary>
    /// Takes one batch. Called by several threads at once, each with its own <paramref name="worker"/>; a worker's own
    /// batches come in the order of the file. Not called with rows in which a fault was found, and perhaps never again
    /// once any fault was found.
    /// </summary>
    /// <param name="worker">Which worker calls, from 0 to threads - 1.</param>
    /// <param name="batch">At least one row. Its buffers are reused: valid during the call only.</param>
    void Consume(int worker, TypedBatch batch);
}
