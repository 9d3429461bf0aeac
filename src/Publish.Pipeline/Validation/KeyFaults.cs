using Publish.Csv;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Validation;

/// <summary>
/// Rows whose key value cannot be used, as one worker met them: all counted, the first of each kind kept. For one thread.
/// </summary>
internal sealed class KeyFaults
{
    private const int Kept = 100;
    private readonly Dictionary<(int Key, int Kind), List<(long Row, long Line)>> _first = [];
    private readonly Dictionary<(int Key, int Kind), long> _counts = [];

    /// <summary>The faults by key and kind (one of the negative codes of <see cref="KeyCoder"/>).</summary>
    public IReadOnlyDictionary<(int Key, int Kind), long> Counts => _counts;

    /// <summary>The first rows and lines of a fault.</summary>
    /// <param name="fault">Key and kind.</param>
    /// <returns>In the order this worker met them; empty where it met none.</returns>
    public IReadOnlyList<(long Row, long Line)> First((int Key, int Kind) fault) =>
        _first.TryGetValue(fault, out var places) ? places : [];

    /// <summary>Collects the faults of a batch and gives their rows the code 0, so that grouping can go on.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="key">The key.</param>
    /// <param name="codes">The codes of all keys, row by row.</param>
    /// <param name="stride">Codes a row.</param>
    public void Collect(TypedBatch batch, int key, int[] codes, int stride)
    {
        for (var row = 0; row < batch.RowCount; row++)
        {
            ref var code = ref codes[(row * stride) + key];
            if (code >= 0)
            {
                continue;
            }

            var fault = (key, code);
            _counts[fault] = _counts.GetValueOrDefault(fault) + 1;
            if (!_first.TryGetValue(fault, out var places))
            {
                _first.Add(fault, places = []);
            }

            if (places.Count < Kept)
            {
                places.Add((batch.RowAt(row), batch.LineAt(row)));
            }

            code = 0;
        }
    }
}
