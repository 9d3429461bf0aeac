using System.Collections.Concurrent;
using Publish.Disclosure.Hierarchies;

namespace Publish.Disclosure.Tables;

/// <summary>
/// What the tables of an edition ask for together: the keys, the finest level of each, and the grouping sets (one level
/// a key) that are published. A grouping set that two tables ask for is one: its cells are the same cells.
/// </summary>
internal sealed class EditionShape
{
    private readonly IReadOnlyList<KeyHierarchy?> _hierarchies;
    private readonly ConcurrentDictionary<(int Dimension, int Level, int Coarser), int[]> _parents = [];

    public EditionShape(
        ClassTable classes, IReadOnlyList<KeyHierarchy?> hierarchies, IReadOnlyList<TableRequest> requests)
    {
        _hierarchies = hierarchies;
        foreach (var request in requests)
        {
            Check(classes, request);
        }

        Requests = requests;
        Keys = [.. requests.SelectMany(request => request.Keys).Select(key => key.Key).Distinct().Order()];
        FinestLevels =
        [
            .. Keys.Select(key => requests
                .SelectMany(request => request.Keys)
                .Where(asked => asked.Key == key)
                .Min(asked => asked.Levels[0])),
        ];
        SetsOf = [.. requests.Select(Sets)];
        GroupingSets = [.. SetsOf.SelectMany(sets => sets).Distinct(SameLevels).Order(ByLevels)];
    }

    public IReadOnlyList<TableRequest> Requests { get; }

    /// <summary>The keys that some table names, ascending. A <em>dimension</em> is an index into this list.</summary>
    public int[] Keys { get; }

    /// <summary>The finest level asked for in each dimension.</summary>
    public int[] FinestLevels { get; }

    /// <summary>All grouping sets: the level in each dimension.</summary>
    public int[][] GroupingSets { get; }

    /// <summary>The grouping sets of each request in the order of its levels, the last key fastest.</summary>
    public int[][][] SetsOf { get; }

    public KeyHierarchy Hierarchy(int dimension) => _hierarchies[Keys[dimension]]!;

    public HierarchyLevel Level(int dimension, int level) => Hierarchy(dimension).Levels[level];

    /// <summary>The parent at a coarser level of each category of a finer one.</summary>
    public int[] Parents(int dimension, int level, int coarser) =>
        _parents.GetOrAdd(
            (dimension, level, coarser),
            static (key, shape) => shape.Hierarchy(key.Dimension).Parents(key.Level, key.Coarser),
            this);

    /// <summary>One measure of each column of which some table tells how many have a value, and not everyone has.</summary>
    /// <param name="requests">The tables.</param>
    public static IEnumerable<TableMeasure> ToldContributors(IReadOnlyList<TableRequest> requests) => requests
        .SelectMany(request => request.Measures)
        .Where(measure => measure is { TellsContributors: true, PresenceKey: not null })
        .DistinctBy(measure => measure.PresenceKey)
        .OrderBy(measure => measure.PresenceKey);

    /// <summary>The dimensions of a request and its finest level in each.</summary>
    public (int Dimension, int Level)[] FinestOf(int request) =>
        [.. Requests[request].Keys.Select(key => (DimensionOf(key.Key), key.Levels[0]))];

    public int DimensionOf(int key) => Array.IndexOf(Keys, key);

    /// <summary>The index of a grouping set.</summary>
    public int IndexOf(int[] levels) => Array.BinarySearch(GroupingSets, levels, ByLevels);

    private static IEqualityComparer<int[]> SameLevels { get; } =
        EqualityComparer<int[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), levels => levels.Aggregate(17, HashCode.Combine));

    private static IComparer<int[]> ByLevels { get; } =
        Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    private int[][] Sets(TableRequest request)
    {
        var sets = new List<int[]> { Enumerable.Range(0, Keys.Length).Select(d => Hierarchy(d).Top).ToArray() };
        foreach (var asked in request.Keys)
        {
            var dimension = DimensionOf(asked.Key);
            sets = [.. sets.SelectMany(set => asked.Levels.Select(level => With(set, dimension, level)))];
        }

        return [.. sets];
    }

    private int[] With(int[] set, int dimension, int level)
    {
        var changed = (int[])set.Clone();

        // A level of one category is the top level under another name.
        changed[dimension] = Level(dimension, level).CategoryCount == 1 ? Hierarchy(dimension).Top : level;
        return changed;
    }

    private void Check(ClassTable classes, TableRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Threshold, 1);
        if (request.Keys.Select(key => key.Key).Distinct().Count() != request.Keys.Count)
        {
            throw new ArgumentException("A table names a key twice.");
        }

        foreach (var asked in request.Keys)
        {
            if ((uint)asked.Key >= (uint)Math.Min(classes.KeyCount, _hierarchies.Count)
                || _hierarchies[asked.Key] is not { } hierarchy)
            {
                throw new ArgumentException("A table names a key that has no hierarchy.");
            }

            if (asked.Levels.Count == 0
                || asked.Levels.Any(level => (uint)level >= (uint)hierarchy.LevelCount)
                || asked.Levels.Zip(asked.Levels.Skip(1)).Any(pair => pair.First >= pair.Second))
            {
                throw new ArgumentException("The levels asked for must exist and ascend from fine to coarse.");
            }

            if ((asked.LevelCosts.Count > 0 && asked.LevelCosts.Count != asked.Levels.Count) || !asked.LevelCosts.All(cost => cost > 0))
            {
                throw new ArgumentException("Every level has a cost above 0, or none has one.");
            }
        }

        if (request.GroupKeys.Any(key => request.Keys.All(asked => asked.Key != key)))
        {
            throw new ArgumentException("A key whose categories are secrets is not one of the table's.");
        }

        if (request.Measures.Any(measure => (uint)measure.Sum >= (uint)classes.Sums.Length
                || measure.WeightSum >= classes.Sums.Length
                || measure.PresenceKey >= classes.KeyCount)
            || request.Cost.Sum is < 0
            || request.Cost.Sum >= classes.Sums.Length)
        {
            throw new ArgumentException("A table names a measure that is not there.");
        }
    }
}
