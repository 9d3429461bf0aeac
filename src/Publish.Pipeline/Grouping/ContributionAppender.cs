using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>One worker's end of a <see cref="ContributionStore"/>.</summary>
internal sealed class ContributionAppender : IDisposable
{
    /// <summary>Keeps numbers that name holdings apart from numbers that name respondents.</summary>
    private static readonly Int128 HoldingNumbers = (Int128)1 << 100;
    private readonly DuckConnection _connection;
    private readonly DuckAppender _appender;
    private readonly GroupingPlan _plan;
    private readonly int[] _measures;
    private readonly int _worker;
    private readonly int _workers;
    private readonly Pseudonyms? _pseudonyms;
    private int _filled;

    /// <summary>Opens an end.</summary>
    /// <param name="database">The database with the table.</param>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="workers">How many there are.</param>
    /// <param name="secret">The secret of pseudonyms to keep in place of digests, or <see langword="null"/>.</param>
    public ContributionAppender(DuckDatabase database, GroupingPlan plan, int worker, int workers, byte[]? secret)
    {
        _connection = database.Connect();
        _appender = _connection.Append(ContributionStore.Table);
        _plan = plan;
        _measures = [.. (plan.Contributions?.Measures ?? []).Select(kept => plan.Measures[kept.Measure])];
        _worker = worker;
        _workers = workers;
        _pseudonyms = secret is null ? null : new Pseudonyms(secret);
    }

    /// <summary>Keeps who adds how much to which class.</summary>
    /// <param name="batch">Typed rows.</param>
    /// <param name="classes">The class of each row, by this worker's numbers.</param>
    public void Add(TypedBatch batch, ReadOnlySpan<int> classes)
    {
        for (var row = 0; row < classes.Length; row++)
        {
            if (UnitOf(batch, row) is { } unit)
            {
                _appender.Chunk.Values<Int128>(0)[_filled] = unit;
            }
            else
            {
                _appender.Chunk.SetNull(0, _filled);
            }

            _appender.Chunk.Values<int>(1)[_filled] = checked((classes[row] * _workers) + _worker);
            for (var measure = 0; measure < _measures.Length; measure++)
            {
                SetValue(batch.Columns[_measures[measure]], row, 2 + measure);
            }

            if (++_filled == DuckChunkWriter.Capacity)
            {
                Flush();
            }
        }
    }

    /// <summary>Commits the rest.</summary>
    public void Complete()
    {
        Flush();
        _appender.Complete();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
        _pseudonyms?.Dispose();
    }

    private void Flush()
    {
        _pseudonyms?.Replace(_appender.Chunk.Values<Int128>(0)[.._filled]);
        _appender.Append(_filled);
        _filled = 0;
    }

    // The holding, else the respondent, else nobody: then the row stands for itself.
    private Int128? UnitOf(TypedBatch batch, int row)
    {
        if (_plan.Holding is { } holding && !batch.Columns[holding].Missing[row])
        {
            var digest = ValueDigest.Of(batch.Columns[holding], row);
            return batch.Columns[holding].Column.Type == CellType.Text ? ~digest : digest + HoldingNumbers;
        }

        return _plan.Respondent is { } respondent && !batch.Columns[respondent].Missing[row]
            ? ValueDigest.Of(batch.Columns[respondent], row)
            : null;
    }

    private void SetValue(TypedColumn column, int row, int target)
    {
        if (column.Missing[row])
        {
            _appender.Chunk.SetNull(target, _filled);
        }
        else
        {
            _appender.Chunk.Values<long>(target)[_filled] = column.Values[row];
        }
    }
}
