using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>Tells DuckDB what classes are called elsewhere, so that whole tables can be renumbered there.</summary>
internal static class ClassNumbers
{
    /// <summary>The table's name; its columns are <c>source</c> and <c>target</c>.</summary>
    public const string Table = "class_numbers";

    /// <summary>Sets the numbers; those set before are forgotten.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="numbers">What a class is called, and what it is to be called.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public static void Set(DuckConnection connection, IEnumerable<(int Source, int Target)> numbers, CancellationToken cancellation)
    {
        connection.Execute($"CREATE OR REPLACE TABLE {Table} (source INTEGER, target INTEGER)", cancellation);
        using var appender = connection.Append(Table);
        var filled = 0;
        foreach (var (source, target) in numbers)
        {
            appender.Chunk.Values<int>(0)[filled] = source;
            appender.Chunk.Values<int>(1)[filled] = target;
            if (++filled == DuckChunkWriter.Capacity)
            {
                appender.Append(filled);
                filled = 0;
            }
        }

        appender.Append(filled);
        appender.Complete();
    }
}
