namespace Publish.Attacks.Tests.Fakes;

/// <summary>
/// Tries every whole-number table over some leaves that agrees with the published cells: an oracle for intervals that
/// knows no linear algebra. A hidden cell that is shown has at least one.
/// </summary>
internal sealed class EveryTable
{
    private readonly List<(long[] Parts, long Value)> _published;
    private readonly List<long[]> _hidden;
    private readonly long[] _leaves;
    private readonly long _total;

    public EveryTable(IEnumerable<(long[] Parts, long Value)> published, IEnumerable<long[]> hidden, int leaves, long total)
    {
        (_published, _hidden, _leaves, _total) = ([.. published], [.. hidden], new long[leaves], total);
        Least = [.. _hidden.Select(_ => long.MaxValue)];
        Most = [.. _hidden.Select(_ => long.MinValue)];
        Try(0, 0);
    }

    /// <summary>The least value of each hidden cell.</summary>
    public long[] Least { get; }

    /// <summary>The greatest value of each hidden cell.</summary>
    public long[] Most { get; }

    private static long Value(long[] parts, long[] leaves) => parts.Zip(leaves, (part, leaf) => part * leaf).Sum();

    private void Try(int leaf, long used)
    {
        if (leaf < _leaves.Length)
        {
            for (_leaves[leaf] = 0; used + _leaves[leaf] <= _total; _leaves[leaf]++)
            {
                if (_published.TrueForAll(cell => Value(cell.Parts[..(leaf + 1)], _leaves[..(leaf + 1)]) <= cell.Value))
                {
                    Try(leaf + 1, used + _leaves[leaf]);
                }
            }

            _leaves[leaf] = 0;
            return;
        }

        var values = _hidden.ConvertAll(parts => Value(parts, _leaves));
        if (_published.TrueForAll(cell => Value(cell.Parts, _leaves) == cell.Value) && values.TrueForAll(value => value >= 1))
        {
            for (var cell = 0; cell < values.Count; cell++)
            {
                (Least[cell], Most[cell]) = (Math.Min(Least[cell], values[cell]), Math.Max(Most[cell], values[cell]));
            }
        }
    }
}
