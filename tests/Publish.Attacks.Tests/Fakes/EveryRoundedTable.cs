namespace Publish.Attacks.Tests.Fakes;

/// <summary>Tries every whole-number table that agrees with rounded cells: an oracle that knows no algebra.</summary>
internal sealed class EveryRoundedTable
{
    private readonly (long[] Parts, long Low, long? High)[] _cells;
    private readonly long[] _leaves;

    public EveryRoundedTable(RoundedWorld world)
    {
        _cells = [.. world.Cells.Select(cell => (cell.Parts, world.Known(cell).Low, world.Known(cell).High))];
        _leaves = new long[world.Leaves];
        Values = [.. _cells.Select(_ => new HashSet<long>())];
        Try(0);
    }

    /// <summary>The counts that each cell can have.</summary>
    public List<HashSet<long>> Values { get; }

    private void Try(int leaf)
    {
        if (leaf == _leaves.Length)
        {
            long[] values = [.. _cells.Select(cell => cell.Parts.Zip(_leaves, (part, count) => part * count).Sum())];
            if (_cells.Zip(values).All(each => each.Second >= each.First.Low))
            {
                for (var cell = 0; cell < values.Length; cell++)
                {
                    Values[cell].Add(values[cell]);
                }
            }

            return;
        }

        // The grand total is published, so that this ends.
        for (_leaves[leaf] = 0; _cells.All(cell => !(cell.Parts.Zip(_leaves, (part, count) => part * count).Sum() > cell.High)); _leaves[leaf]++)
        {
            Try(leaf + 1);
        }

        _leaves[leaf] = 0;
    }
}
