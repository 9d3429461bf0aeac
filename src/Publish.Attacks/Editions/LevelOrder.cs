namespace Publish.Attacks.Editions;

/// <summary>Which levels of a key are coarser than which, as the tables declare it.</summary>
internal sealed class LevelOrder
{
    private readonly bool[,] _coarser;
    private readonly List<int>[,] _meets;
    private readonly int[] _ranks;

    /// <summary>Orders levels.</summary>
    /// <param name="declared">Pairs declared coarser and finer; what follows from them is added.</param>
    /// <param name="levels">Number of levels.</param>
    public LevelOrder(IReadOnlyCollection<(int Coarse, int Fine)> declared, int levels)
    {
        Count = levels;
        _coarser = Close(declared, levels);
        _ranks = [.. Enumerable.Range(0, levels).Select(fine => 1 + Enumerable.Range(0, levels).Count(coarse => _coarser[coarse, fine]))];
        _meets = new List<int>[levels + 1, levels + 1];
        for (var first = -1; first < levels; first++)
        {
            for (var second = -1; second < levels; second++)
            {
                _meets[first + 1, second + 1] = FindMeets(first, second);
            }
        }
    }

    /// <summary>Number of levels.</summary>
    public int Count { get; }

    /// <summary>Whether a level is the same as or coarser than another; −1 (total) is coarser than all.</summary>
    public bool IsCoarserOrEqual(int coarse, int fine) =>
        coarse < 0 || coarse == fine || (fine >= 0 && _coarser[coarse, fine]);

    /// <summary>The finest levels that are coarser than or equal to both; −1 alone when there is none.</summary>
    public IReadOnlyList<int> Meets(int first, int second) => _meets[first + 1, second + 1];

    /// <summary>0 for total; a finer level has a higher rank than a coarser one.</summary>
    public int Rank(int level) => level < 0 ? 0 : _ranks[level];

    private static bool[,] Close(IReadOnlyCollection<(int Coarse, int Fine)> declared, int levels)
    {
        var coarser = new bool[levels, levels];
        foreach (var (coarse, fine) in declared)
        {
            coarser[coarse, fine] = true;
        }

        for (var via = 0; via < levels; via++)
        {
            for (var coarse = 0; coarse < levels; coarse++)
            {
                for (var fine = 0; fine < levels; fine++)
                {
                    coarser[coarse, fine] |= coarser[coarse, via] && coarser[via, fine];
                }
            }
        }

        // Levels declared both ways are the same partition; one direction is kept so that the order has no cycle.
        for (var first = 0; first < levels; first++)
        {
            coarser[first, first] = false;
            for (var second = 0; second < first; second++)
            {
                coarser[first, second] &= !coarser[second, first];
            }
        }

        return coarser;
    }

    private List<int> FindMeets(int first, int second)
    {
        var common = Enumerable.Range(0, Count)
            .Where(level => IsCoarserOrEqual(level, first) && IsCoarserOrEqual(level, second))
            .ToList();
        var finest = common.FindAll(level => !common.Exists(other => other != level && IsCoarserOrEqual(level, other)));
        return finest.Count == 0 ? [-1] : finest;
    }
}
