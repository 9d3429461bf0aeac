using Publish.Csv;
using Publish.Duck;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Staging;

/// <summary>One thread's share of the second reading.</summary>
internal sealed class RecordsWorker : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly DuckAppender _appender;
    private readonly IReadOnlyList<RecordsColumn> _layout;
    private readonly ClassAccumulator _kept;
    private readonly int[] _columns;
    private readonly KeyCoder[] _coders;
    private readonly PublishedCodes[] _published;
    private int[] _codes = [];
    private int _filled;
    private long _rows;

    /// <summary>Opens a worker.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table to fill.</param>
    /// <param name="records">The release as protected.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="plan">The plan of the first pass.</param>
    /// <param name="kept">The classes that are kept, by their published codes.</param>
    public RecordsWorker(
        DuckDatabase database,
        string table,
        ProtectedRecords records,
        IReadOnlyList<RecordsColumn> layout,
        GroupingPlan plan,
        ClassAccumulator kept)
    {
        _connection = database.Connect();
        _appender = _connection.Append(table);
        _layout = layout;
        _kept = kept;
        var keys = records.Plan.Keys.Select(key => plan.Keys[key]).ToArray();
        _columns = [.. keys.Select(key => key.Column)];
        _coders = [.. keys.Select(key => new KeyCoder(key))];
        _published = [.. records.Plan.Task.Keys.Select((key, i) => new PublishedCodes(key.Hierarchy, records.Records.Levels[i], _coders[i]))];
    }

    /// <summary>Adds the rows of a batch whose class is kept.</summary>
    /// <param name="batch">Rows without faults.</param>
    public void Add(TypedBatch batch)
    {
        var stride = _coders.Length;
        if (_codes.Length < batch.RowCount * stride)
        {
            _codes = new int[batch.RowCount * stride];
        }

        for (var key = 0; key < stride; key++)
        {
            _coders[key].Encode(batch.Columns[_columns[key]], _codes.AsSpan(key), stride);
        }

        for (var row = 0; row < batch.RowCount; row++)
        {
            var codes = _codes.AsSpan(row * stride, stride);
            for (var key = 0; key < stride; key++)
            {
                codes[key] = _published[key].Of(codes[key]);
            }

            if (_kept.Find(codes) >= 0)
            {
                Write(batch, row, codes);
            }
        }
    }

    /// <summary>Commits the rest.</summary>
    /// <returns>The rows this worker added.</returns>
    public long Complete()
    {
        _appender.Append(_filled);
        _appender.Complete();
        return _rows;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
    }

    private void Write(TypedBatch batch, int row, ReadOnlySpan<int> codes)
    {
        for (var column = 0; column < _layout.Count; column++)
        {
            if (_layout[column].Labelled)
            {
                var key = _layout[column].Key!.Value;
                _appender.Chunk.SetUtf8(column, _filled, _published[key].Label(codes[key]));
            }
            else
            {
                WriteValue(column, batch.Columns[_layout[column].Column], row);
            }
        }

        _rows++;
        if (++_filled == DuckChunkWriter.Capacity)
        {
            _appender.Append(_filled);
            _filled = 0;
        }
    }

    private void WriteValue(int column, TypedColumn cells, int row)
    {
        var chunk = _appender.Chunk;
        if (cells.Missing[row])
        {
            chunk.SetNull(column, _filled);
            return;
        }

        switch (_layout[column].CellType)
        {
            case CellType.Text:
                chunk.SetUtf8(column, _filled, cells.Text(row));
                break;
            case CellType.Decimal:
                chunk.Values<Int128>(column)[_filled] = cells.Values[row];
                break;
            case CellType.Boolean:
                chunk.Values<bool>(column)[_filled] = cells.Values[row] != 0;
                break;
            case CellType.Date:
                chunk.Values<int>(column)[_filled] = (int)cells.Values[row];
                break;
            default:
                chunk.Values<long>(column)[_filled] = cells.Values[row];
                break;
        }
    }
}
