using Publish.Csv.Cells;
using Publish.Csv.Faults;

namespace Publish.Csv;

/// <summary>
/// Takes the rows of a source that is already split into cells (Parquet), and checks and types them by the very rules
/// that hold for delimited text. For one thread; several may each have one, as different workers.
/// </summary>
public sealed class TypedBatchBuilder
{
    private const int MostRows = 8192;
    private const int FlushBytes = 1 << 20;

    private readonly IReadOnlyList<CsvColumn> _columns;
    private readonly IBatchConsumer _consumer;
    private readonly int _worker;
    private readonly FaultLog _faults;
    private readonly GridReader _reader;
    private readonly CellGrid _grid = new();
    private int _cells;
    private int _length;

    /// <summary>Creates a builder.</summary>
    /// <param name="columns">The declared columns, at least one, with names that differ.</param>
    /// <param name="format">
    /// How texts of cells are written: date and timestamp formats, decimal mark and missing marks. The rest is not used.
    /// </param>
    /// <param name="consumer">Takes the batches.</param>
    /// <param name="worker">The worker to name to the consumer.</param>
    /// <param name="options">Of which only <see cref="ReadOptions.FaultsListedPerKind"/> is used.</param>
    /// <exception cref="ArgumentException">The declaration contradicts itself.</exception>
    public TypedBatchBuilder(
        IReadOnlyList<CsvColumn> columns, CsvFormat format, IBatchConsumer consumer, int worker, ReadOptions options)
    {
        Declaration.Check(format, columns);
        Declaration.Check(options);
        _columns = columns;
        _consumer = consumer;
        _worker = worker;
        _faults = new FaultLog(options.FaultsListedPerKind);
        _reader = new GridReader(format, columns, _faults);
        _grid.Stride = columns.Count;
        _grid.Bytes = new byte[CellGrid.Padding];
        _grid.Places.Clear();
    }

    /// <summary>Starts the next row; the one before must have all its cells.</summary>
    /// <param name="row">
    /// Its number, greater than that of the row before; <see cref="TypedBatch.RowAt"/> and findings repeat it.
    /// </param>
    /// <exception cref="InvalidOperationException">The row before lacks cells.</exception>
    public void BeginRow(long row)
    {
        RequireWholeRow();
        if (_grid.RowCount >= MostRows || _length >= FlushBytes)
        {
            Flush();
        }

        _grid.EnsureCells(_cells + _columns.Count);
        _grid.Places.Add(row, 0);
        _grid.RowCount++;
    }

    /// <summary>Adds the row's next cell, in the order declared.</summary>
    /// <param name="text">
    /// The cell as UTF-8 text, written as it would stand in delimited text. A missing mark means "no value" here too.
    /// </param>
    /// <exception cref="InvalidOperationException">The row has all its cells.</exception>
    public void Add(ReadOnlySpan<byte> text)
    {
        if (_grid.Bytes.Length < _length + text.Length + CellGrid.Padding)
        {
            var bytes = new byte[int.Max(2 * _grid.Bytes.Length, _length + text.Length + CellGrid.Padding)];
            _grid.Bytes.AsSpan(0, _length).CopyTo(bytes);
            _grid.Bytes = bytes;
        }

        text.CopyTo(_grid.Bytes.AsSpan(_length));
        AddCell(text.Length);
        _length += text.Length;
    }

    /// <summary>Adds a cell without a value, as the row's next.</summary>
    /// <exception cref="InvalidOperationException">The row has all its cells.</exception>
    public void AddMissing() => AddCell(CellGrid.NoText);

    /// <summary>Hands over the rows that are left. The builder is then at its end.</summary>
    /// <returns>All faults by kind, or none. A batch with a fault was not handed over, nor any after it.</returns>
    /// <exception cref="InvalidOperationException">The last row lacks cells.</exception>
    public IReadOnlyList<FaultGroup> Complete()
    {
        RequireWholeRow();
        Flush();
        return FaultText.Groups(_faults, _columns);
    }

    private void AddCell(int length)
    {
        if (_cells == _grid.RowCount * _columns.Count)
        {
            throw new InvalidOperationException("The row has all its cells.");
        }

        _grid.Starts[_cells] = _length;
        _grid.Ends[_cells++] = _length + length;
    }

    private void RequireWholeRow()
    {
        if (_cells != _grid.RowCount * _columns.Count)
        {
            throw new InvalidOperationException("The row lacks cells.");
        }
    }

    private void Flush()
    {
        CellCharacters.Check(_grid, column => column, _faults);
        var batch = _reader.Read(_grid, column => column);
        if (_faults.Count == 0 && batch.RowCount > 0)
        {
            _consumer.Consume(_worker, batch);
        }

        (_cells, _length, _grid.RowCount) = (0, 0, 0);
        _grid.Places.Clear();
    }
}
