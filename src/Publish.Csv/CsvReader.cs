namespace Publish.Csv;
/// <summary>Reads delimited text strictly.</summary>
public static class CsvReader
{
    /// <summary>Reads.</summary>
    /// <param name="source">The file.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="columns">The declared columns.</param>
    /// <param name="consumer">Takes the batches.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static ReadReport Read(Stream source, CsvFormat format, IReadOnlyList<CsvColumn> columns, IBatchConsumer consumer, ReadOptions options, CancellationToken cancellationToken) => throw new NotImplementedException();
}
