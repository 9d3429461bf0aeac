using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// Random uploads as large as published tables are: hierarchical tables of two to five dimensions, alone or linked by what they
/// have in common, of some hundred to a few thousand cells. Few respondents make a cell primary; its count is to be in doubt
/// by what the threshold asks, its sum by a tenth, and by at least 5 where that is less: also where nobody has anything.
/// </summary>
internal static class RandomTables
{
    /// <summary>Leaves of each key for so many dimensions.</summary>
    private static readonly int[][] Leaves = [[64, 44], [20, 12, 8], [10, 7, 5, 4], [7, 5, 4, 3, 2]];

    /// <summary>The upload of a seed; one seed after another has more dimensions, from 2 to 5 and again.</summary>
    public static TableCase Make(int seed)
    {
        var random = new Random(seed);
        var leaves = Leaves[seed % Leaves.Length];
        var hierarchies = leaves.Select((most, key) => Hierarchy(random, key, random.Next(2 * most / 3, most + 1))).ToArray();
        var rowCount = random.Next(600, 3500);
        var rows = Enumerable.Range(0, rowCount).Select(_ => hierarchies.Select(hierarchy => Code(random, hierarchy)).ToArray()).ToArray();
        return new TableCase(
            rows,
            [.. Enumerable.Range(0, rowCount)],
            [.. rows.Select(_ => random.Next(6) == 0 ? 0 : (int)(20 / (0.01 + random.NextDouble())))],
            hierarchies,
            [.. Requests(random, hierarchies, seed / Leaves.Length % 2 == 0 ? 1 : 3)]);
    }

    private static KeyHierarchy Hierarchy(Random random, int key, int leaves)
    {
        var groups = leaves > 4 ? random.Next(2, leaves / 2 + 1) : 1;
        int[] groupOf = [.. Enumerable.Range(0, leaves).Select(leaf => leaf * groups / leaves)];
        HierarchyLevel finest = Level("finest", [.. Enumerable.Range(0, leaves)], leaves), all = Level("all", new int[leaves], 1);
        return new KeyHierarchy($"key{key}", groups == 1 ? [finest, all] : [finest, Level("groups", groupOf, groups), all]);
    }

    private static HierarchyLevel Level(string name, int[] categoryOf, int count) =>
        new(name, categoryOf, [.. Enumerable.Range(0, count).Select(category => $"c{category}")]);

    /// <summary>Skewed: some categories are common, some rare.</summary>
    private static int Code(Random random, KeyHierarchy hierarchy) =>
        (int)(hierarchy.Levels[0].CategoryCount * Math.Pow(random.NextDouble(), 1.7));

    /// <summary>One table of everything, or several of all keys but one at all levels.</summary>
    private static IEnumerable<TableRequest> Requests(Random random, KeyHierarchy[] hierarchies, int tables)
    {
        var threshold = random.Next(3, 6);
        for (var table = 0; table < tables; table++)
        {
            var keys = Enumerable.Range(0, hierarchies.Length).Where(key => tables == 1 || key != hierarchies.Length - 1 - table % hierarchies.Length);
            yield return new TableRequest(
                $"t{table}", [.. keys.Select(key => new TableKey(key, [.. Enumerable.Range(0, hierarchies[key].LevelCount)]))], threshold)
            {
                Measures = [new TableMeasure(0)],
                Rules = [new SafetyRange(10, 5)],
            };
        }
    }
}
