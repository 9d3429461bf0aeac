using Publish.Benchmarks.Claims;
using Publish.Disclosure;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Benchmarks.Suppression;

/// <summary>The classes of a shape, the same on every machine.</summary>
internal static class SuppressionTable
{
    /// <summary>Draws the classes: every combination of finest categories has somebody.</summary>
    public static ClassTable Classes(SuppressionShape shape)
    {
        var count = checked((int)shape.FinestCells);
        var codes = shape.Dimensions.Select(_ => new int[count]).ToArray();
        var counts = new long[count];
        var weights = shape.Dimensions.Select((levels, d) => Weights(levels[0], d)).ToArray();
        for (var item = 0; item < count; item++)
        {
            var rest = item;
            var mean = shape.Mean;
            for (var d = codes.Length - 1; d >= 0; d--)
            {
                codes[d][item] = rest % shape.Dimensions[d][0];
                rest /= shape.Dimensions[d][0];
                mean *= weights[d][codes[d][item]];
            }

            counts[item] = Count(shape, item, mean);
        }

        return new ClassTable(codes, counts, counts, [], RespondentOverlaps.None);
    }

    /// <summary>The hierarchies: neighbouring categories are joined.</summary>
    public static KeyHierarchy[] Hierarchies(SuppressionShape shape) =>
        [.. shape.Dimensions.Select((levels, d) => new KeyHierarchy($"key{d}", [.. Levels(levels)]))];

    /// <summary>All levels of all dimensions.</summary>
    public static TableRequest Request(SuppressionShape shape) => new(
        shape.Name,
        [.. shape.Dimensions.Select((levels, d) => new TableKey(d, [.. Enumerable.Range(0, levels.Length + 1)]))],
        SuppressionShape.Threshold);

    private static long Count(SuppressionShape shape, int item, double mean)
    {
        var random = SplitMix64.Stream(SuppressionShape.Seed, item);
        var skewed = 1 + (long)(-Math.Log(1 - Unit(ref random)) * mean);
        return shape.PrimaryShare is not { } share ? skewed
            : Unit(ref random) < share * shape.Cells / shape.FinestCells ? 1 + random.Below(SuppressionShape.Threshold - 1)
            : SuppressionShape.Threshold - 1 + skewed;
    }

    private static double[] Weights(int categories, int dimension)
    {
        var random = SplitMix64.Stream(SuppressionShape.Seed + 1, dimension);
        return [.. Enumerable.Range(0, categories).Select(_ => 0.25 - Math.Log(1 - Unit(ref random)))];
    }

    private static double Unit(ref SplitMix64 random) => (random.Next() >> 11) * (1.0 / (1UL << 53));

    private static IEnumerable<HierarchyLevel> Levels(int[] sizes)
    {
        int[] categoryOf = [.. Enumerable.Range(0, sizes[0])];
        for (var level = 0; level < sizes.Length; level++)
        {
            var (size, below) = (sizes[level], level == 0 ? sizes[0] : sizes[level - 1]);
            categoryOf = Array.ConvertAll(categoryOf, category => (int)((long)category * size / below));
            yield return new HierarchyLevel($"level{level}", categoryOf, [.. Enumerable.Range(0, size).Select(c => $"c{c}")]);
        }

        yield return new HierarchyLevel("all", new int[sizes[0]], ["all"]);
    }
}
