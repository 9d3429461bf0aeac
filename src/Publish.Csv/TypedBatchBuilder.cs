namespace Publish.Csv;
/// <summary>Takes cells of typed sources.</summary>
public sealed class TypedBatchBuilder
{
    /// <summary>Creates a builder.</summary>
    /// <param name="columns">The declared columns.</param>
    /// <param name="format">How the texts of cells are written: date and timestamp formats, decimal mark, missing marks.</param>
    /// <param name="consumer">Takes the batches.</param>
    /// <param name="worker">The worker to name to the consumer.</param>
    /// <param name="options">Of which only the number of faults listed is used.</param>
    public TypedBatchBuilder(IReadOnlyList<CsvColumn> columns, CsvFormat format, IBatchConsumer consumer, int worker, ReadOptions options) => throw new NotImplementedException();
    /// <summary>Starts the next row.</summary>
    /// <param name="row">Its number, greater than that of the row before.</param>
    public void BeginRow(long row) => throw new NotImplementedException();
    /// <summary>Adds the next cell, in the order declared.</summary>
    /// <param name="text">The cell as UTF-8 text.</param>
    public void Add(ReadOnlySpan<byte> text) => throw new NotImplementedException();
    /// <summary>Adds a cell without a value.</summary>
    public void AddMissing() => throw new NotImplementedException();
    /// <summary>Hands over what is left.</summary>
    /// <returns>All faults.</returns>
    public IReadOnlyList<FaultGroup> Complete() => throw new NotImplementedException();
}
