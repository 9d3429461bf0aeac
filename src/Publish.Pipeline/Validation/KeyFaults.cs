using Publish.Csv;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Validation;

/// <summary>
/// Rows whose key value cannot be used, as one worker met them: all counted, the first of each kind kept. For one thread.
/// </summary>
internal sealed class KeyFaults
{
    private const int Kept = 100;
    private readonly Dictionary<(int Column, int Kind), List<(long Row, long Line)>> _first = [];
    private readonly Dictionary<(int Column, int Kind), long> _counts = [];

    /// <summary>The faults by column and kind (one of the negative codes of <see cref="KeyCoder"/>).</summary>
    public IReadOnlyDictionary<(int Column, int Kind), long> Counts => _counts;

    /// <summary>The first rows and lines of a fault.</summary>
    /// <param name="fault">Column and kind.</param>
    /// <returns>In the order this worker met them; empty where it met none.</returns>
    public IReadOnlyList<(long Row, long Line)> First((int Column, int Kind) fault) =>
        _first.TryGetValue(fault, out var places) ? places : [];

    /// <summary>Collects the faults of a batch and gives their rows the code 0, so that grouping can go on.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="key">The key.</param>
    /// <param name="column">The key's column.</param>
    /// <param name="codes">The codes of all keys, row by row.</param>
    /// <param name="stride">Codes a row.</param>
    public void Collect(TypedBatch batch, int key, int column, int[] codes, int stride)
    {
        for (var row = 0; row < batch.RowCount; row++)
        {
            ref var code = ref codes[(row * stride) + key];
            if (code >= 0)
            {
                continue;
            }

            Add(column, code, batch.RowAt(row), batch.LineAt(row));
            code = 0;
        }
    }

    /// <summary>Counts one fault.</summary>
    /// <param name="column">The column.</param>
    /// <param name="kind">One of the negative codes of <see cref="KeyCoder"/>.</param>
    /// <param name="row">The row a spreadsheet shows.</param>
    /// <param name="line">The line of the file, or 0.</param>
    public void Add(int column, int kind, long row, long line)
    {
        var fault = (column, kind);
        _counts[fault] = _counts.GetValueOrDefault(fault) + 1;
        if (!_first.TryGetValue(fault, out var places))
        {
            _first.Add(fault, places = []);
        }

        if (places.Count < Kept)
        {
            places.Add((row, line));
        }
    }
}
