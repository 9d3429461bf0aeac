namespace Publish.Duck;

/// <summary>Rows made by managed code and pulled by DuckDB's threads, as if they were a table.</summary>
public interface IDuckSource
{
    /// <summary>How many threads may read at once, at least 1. With 1, rows keep their order.</summary>
    int MaximumThreads { get; }

    /// <summary>About how many rows there are, for DuckDB's planner, or <see langword="null"/>.</summary>
    long? EstimatedRows { get; }

    /// <summary>
    /// Opens one thread's share. Called once a thread and query, from several threads at once; a query's readers
    /// together give every row once. What it throws ends the query and reaches the query's caller unchanged.
    /// </summary>
    /// <returns>The reader; it is disposed when the thread or the query ends.</returns>
    IDuckSourceReader OpenReader();
}
