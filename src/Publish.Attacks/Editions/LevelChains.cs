using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>
/// The levels of one key over all tables. A level is a chain of column names: one name where a label has one parent in
/// its table; otherwise the coarser level's chain and the name.
/// </summary>
internal sealed class LevelChains
{
    private readonly List<string[]> _chains = [];
    private readonly Dictionary<PublishedKey, int[]> _levelsOf = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the levels.</summary>
    /// <param name="occurrences">The key in each table.</param>
    /// <param name="ambiguousNames">Names that two tables put under different parents.</param>
    public LevelChains(IReadOnlyList<PublishedKey> occurrences, IReadOnlySet<string> ambiguousNames)
    {
        foreach (var key in occurrences)
        {
            var levels = new List<int>();
            foreach (var paths in LabelPaths.Of(key))
            {
                var name = paths.Level.Name;
                var needsParent = levels.Count > 0 && (paths.HasLabelUnderSeveralParents || ambiguousNames.Contains(name));
                levels.Add(Add(needsParent ? [.. _chains[levels[^1]], name] : [name]));
            }

            _levelsOf[key] = [.. levels];
        }
    }

    /// <summary>Number of levels.</summary>
    public int Count => _chains.Count;

    /// <summary>The levels of a key of a table, coarse to fine.</summary>
    public int[] LevelsOf(PublishedKey key) => _levelsOf[key];

    /// <summary>Whether a level's nodes are named by their parents as well.</summary>
    public bool NamesParent(int level) => _chains[level].Length > 1;

    /// <summary>Longer chains that hold all names of a level in order: the level is a coarser view of theirs.</summary>
    public IEnumerable<int> Refinements(int level) =>
        Enumerable.Range(0, Count).Where(other => other != level && IsPartOf(_chains[level], _chains[other]));

    /// <summary>Where in a refining level's chain the names of a level stand.</summary>
    public int[] Positions(int level, int refinement) =>
        Array.ConvertAll(_chains[level], name => Array.IndexOf(_chains[refinement], name));

    /// <summary>The level of the first names of a level's chain.</summary>
    public int Prefix(int level) => _chains.FindIndex(chain => chain.AsSpan().SequenceEqual(_chains[level].AsSpan()[..^1]));

    /// <summary>All pairs of a coarser and a finer level that the tables declare or the chains imply.</summary>
    public HashSet<(int Coarse, int Fine)> Declared(IReadOnlyList<PublishedKey> occurrences)
    {
        var pairs = new HashSet<(int Coarse, int Fine)>();
        foreach (var levels in occurrences.Select(LevelsOf))
        {
            for (var fine = 1; fine < levels.Length; fine++)
            {
                pairs.Add((levels[fine - 1], levels[fine]));
            }
        }

        for (var level = 0; level < Count; level++)
        {
            pairs.UnionWith(Refinements(level).Select(refinement => (level, refinement)));
        }

        return pairs;
    }

    private static bool IsPartOf(string[] names, string[] chain)
    {
        var positions = Array.ConvertAll(names, name => Array.IndexOf(chain, name));
        return !positions.Contains(-1) && positions.Zip(positions.Skip(1)).All(pair => pair.First < pair.Second);
    }

    private int Add(string[] chain)
    {
        var level = _chains.FindIndex(present => present.AsSpan().SequenceEqual(chain));
        if (level < 0)
        {
            level = _chains.Count;
            _chains.Add(chain);
        }

        return level;
    }
}
