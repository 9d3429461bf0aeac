namespace Publish.Disclosure.Tables;

/// <summary>
/// Pairs of dimensions of which one determines the other (a region lies in one group of regions), and the pairs of
/// categories that occur in them. No other pair can hold anybody, and everyone knows.
/// </summary>
internal sealed class DependentPairs
{
    private readonly List<(int First, int Second, HashSet<(int, int)> Codes)> _pairs = [];

    /// <param name="joint">The joint classes.</param>
    /// <param name="ownDimensions">
    /// Dimensions whose combinations are cells of one table: an empty one of these is a secret and not impossible.
    /// </param>
    public DependentPairs(JointClasses joint, IReadOnlyList<int> ownDimensions)
    {
        for (var first = 0; first < joint.Codes.Length; first++)
        {
            for (var second = first + 1; second < joint.Codes.Length; second++)
            {
                if (!ownDimensions.Contains(first) || !ownDimensions.Contains(second))
                {
                    Add(joint, first, second);
                }
            }
        }
    }

    /// <summary>True when the codes hold no impossible pair.</summary>
    public bool Allow(int[] codes) =>
        _pairs.TrueForAll(pair => pair.Codes.Contains((codes[pair.First], codes[pair.Second])));

    private void Add(JointClasses joint, int first, int second)
    {
        var codes = Enumerable.Range(0, joint.Real.ClassCount)
            .Select(item => (First: joint.Codes[first][item], Second: joint.Codes[second][item]))
            .ToHashSet();
        if (codes.Count == codes.DistinctBy(pair => pair.First).Count()
            || codes.Count == codes.DistinctBy(pair => pair.Second).Count())
        {
            _pairs.Add((first, second, codes));
        }
    }
}
