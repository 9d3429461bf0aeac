namespace Publish.Duck;

/// <summary>One DuckDB thread reading a source.</summary>
internal sealed class SourceScan : IDisposable
{
    private readonly IDuckSourceReader _reader;
    private readonly DuckChunkWriter _writer;

    public SourceScan(SourceRegistration registration)
    {
        _reader = registration.Source.OpenReader();
        _writer = new DuckChunkWriter(registration.Columns.Select(column => column.Type));
    }

    /// <summary>Fills DuckDB's chunk.</summary>
    /// <returns>The rows written; 0 at the end.</returns>
    public int Read(nint chunk)
    {
        _writer.Attach(chunk);
        try
        {
            var rows = _reader.Read(_writer);
            return rows is >= 0 and <= DuckChunkWriter.Capacity
                ? rows
                : throw new InvalidOperationException("A source wrote more rows than a chunk holds.");
        }
        finally
        {
            _writer.Detach();
        }
    }

    public void Dispose() => _reader.Dispose();
}
