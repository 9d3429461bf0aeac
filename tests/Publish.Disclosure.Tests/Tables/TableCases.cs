using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>Random uploads: hierarchical keys, keys that determine each other, linked tables, respondents that recur.</summary>
internal static class TableCases
{
    public static Arbitrary<TableCase> Any(int tables, ZeroTreatment zeros) =>
        (from seed in Gen.Choose(0, int.MaxValue - 1) select Make(new Random(seed), tables, zeros)).ToArbitrary();

    /// <summary>A key of so many categories and their total.</summary>
    public static KeyHierarchy Flat(int categories) =>
        new("key", [Level(0, [.. Enumerable.Range(0, categories)], categories), Level(1, new int[categories], 1)]);

    private static TableCase Make(Random random, int tables, ZeroTreatment zeros)
    {
        var hierarchies = Enumerable.Range(0, random.Next(2, 5)).Select(key => Hierarchy(random, key)).ToArray();
        var isDetermined = random.Next(3) == 0;
        var rowCount = random.Next(1, 90);
        var rows = Enumerable.Range(0, rowCount).Select(_ => Codes(random, hierarchies, isDetermined)).ToArray();
        var respondents = random.Next(2) == 0 ? rowCount * 10 : Math.Max(1, rowCount / 2);
        return new TableCase(
            rows,
            [.. rows.Select((_, row) => respondents > rowCount ? row : random.Next(respondents))],
            [.. rows.Select(_ => random.Next(-3, 50))],
            hierarchies,
            [.. Enumerable.Range(0, tables).Select(t => Request(random, hierarchies, t, zeros))]);
    }

    private static KeyHierarchy Hierarchy(Random random, int key)
    {
        var sizes = new List<int> { random.Next(2, 7) };
        if (random.Next(2) == 0)
        {
            sizes.Add(random.Next(1, sizes[0] + 1));
        }

        sizes.Add(1);
        var levels = new List<HierarchyLevel> { Level(0, [.. Enumerable.Range(0, sizes[0])], sizes[0]) };
        for (var level = 1; level < sizes.Count; level++)
        {
            var parents = Enumerable.Range(0, sizes[level - 1]).Select(_ => random.Next(sizes[level])).ToArray();
            levels.Add(Level(level, Array.ConvertAll(levels[^1].CategoryOf, category => parents[category]), sizes[level]));
        }

        return new KeyHierarchy($"key{key}", levels);
    }

    private static HierarchyLevel Level(int level, int[] categoryOf, int count) =>
        new($"level{level}", categoryOf, [.. Enumerable.Range(0, count).Select(c => $"c{c}")]);

    /// <summary>Skewed codes; sometimes the second key is a function of the first, as a region is of its district.</summary>
    private static int[] Codes(Random random, KeyHierarchy[] hierarchies, bool isDetermined)
    {
        var codes = hierarchies.Select(h => Math.Min(random.Next(h.Levels[0].CategoryCount), random.Next(h.Levels[0].CategoryCount))).ToArray();
        if (isDetermined)
        {
            codes[1] = codes[0] % hierarchies[1].Levels[0].CategoryCount;
        }

        return codes;
    }

    private static TableRequest Request(Random random, KeyHierarchy[] hierarchies, int index, ZeroTreatment zeros)
    {
        var keys = Enumerable.Range(0, hierarchies.Length).Where(_ => random.Next(3) > 0).ToArray();
        random.Shuffle(keys);
        return new TableRequest($"t{index}", [.. keys.Select(key => Key(random, key, hierarchies[key]))], random.Next(2, 5))
        {
            Zeros = zeros,
            Measures = random.Next(2) == 0 ? [] : [new TableMeasure(0)],
        };
    }

    private static TableKey Key(Random random, int key, KeyHierarchy hierarchy)
    {
        var levels = Levels(random, hierarchy);
        double[] costs = [0.5, 1, 20, double.PositiveInfinity];
        return new TableKey(key, levels)
        {
            LevelCosts = random.Next(3) == 0 ? [.. levels.Select(_ => costs[random.Next(costs.Length)])] : [],
        };
    }

    private static int[] Levels(Random random, KeyHierarchy hierarchy)
    {
        var levels = Enumerable.Range(0, hierarchy.LevelCount).Where(_ => random.Next(4) > 0).ToArray();
        return levels.Length == 0 ? [random.Next(hierarchy.LevelCount)] : levels;
    }
}
