using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Benchmarks.Claims;
using Publish.Benchmarks.Suppression;

namespace Publish.Benchmarks.Rounding;

/// <summary>A made-up table with all levels and totals, each count randomly rounded, as the attack on rounded numbers takes it.</summary>
internal sealed class RoundedEdition
{
    /// <summary>The rounding base.</summary>
    public const int Base = 5;

    private const string Measure = "count";

    private RoundedEdition(PublishedTable table, Int128[] truth, CountedClasses classes) => (Table, Truth, Classes) = (table, truth, classes);

    /// <summary>The table with every cell.</summary>
    public PublishedTable Table { get; }

    /// <summary>The true count of each row.</summary>
    public Int128[] Truth { get; }

    /// <summary>The finest cells.</summary>
    public CountedClasses Classes { get; }

    /// <summary>The proof that rounding leaves every small count open.</summary>
    public RoundingBounds Attack() => new([Table], [Truth], Classes, RoundingReach.Random(Base));

    /// <summary>Draws a table.</summary>
    /// <param name="shape">Its shape.</param>
    public static RoundedEdition Of(SuppressionShape shape)
    {
        var classes = SuppressionTable.Classes(shape);
        var dimensions = shape.Dimensions.Select((levels, d) => new RoundedDimension(levels, classes.Codes[d])).ToArray();
        var codes = dimensions.Select(dimension => dimension.Levels.Select(_ => new List<int>()).ToArray()).ToArray();
        var truth = new List<Int128>();
        foreach (var depths in Depths(dimensions, 0))
        {
            AddCells(dimensions, depths, classes.Respondents, codes, truth);
        }

        var keys = dimensions.Select((dimension, d) => new PublishedKey(
            $"key{d}", [.. dimension.Levels.Select((level, i) => new PublishedLevel($"key{d}-{i}", level.Labels, codes[d][i]))]));
        var table = new PublishedTable(
            shape.Name,
            [.. keys],
            [new PublishedMeasure(Measure, MeasureKind.Count, [.. truth.Select(Rounded)], roundingUnit: Base, noise: MeasureNoise.Rounded)],
            [.. truth.Select(_ => "")]);
        return new RoundedEdition(table, [.. truth], new CountedClasses(
            [.. dimensions.SelectMany((dimension, d) => dimension.Levels.Select((level, i) => new CountedLevel($"key{d}", $"key{d}-{i}", level.Labels, level.Codes)))],
            [new CountedMeasure(Measure, [.. classes.Respondents.Select(count => (Int128)count)])]));
    }

    // How many levels of each dimension a grouping set names, in every combination.
    private static IEnumerable<int[]> Depths(RoundedDimension[] dimensions, int from) =>
        from == dimensions.Length ? [[]]
        : Enumerable.Range(0, dimensions[from].Levels.Count + 1).SelectMany(depth => Depths(dimensions, from + 1).Select(rest => (int[])[depth, .. rest]));

    private static void AddCells(RoundedDimension[] dimensions, int[] depths, long[] counts, List<int>[][] codes, List<Int128> truth)
    {
        var cells = new SortedDictionary<long, Int128>();
        for (var item = 0; item < counts.Length; item++)
        {
            var cell = 0L;
            for (var d = 0; d < depths.Length; d++)
            {
                cell = (cell * dimensions[d].Radix) + (depths[d] == 0 ? 0 : dimensions[d].Levels[depths[d] - 1].Codes[item]);
            }

            cells[cell] = cells.GetValueOrDefault(cell) + counts[item];
        }

        foreach (var (cell, count) in cells)
        {
            truth.Add(count);
            var rest = cell;
            for (var d = depths.Length - 1; d >= 0; d--)
            {
                var code = (int)(rest % dimensions[d].Radix);
                rest /= dimensions[d].Radix;
                for (var level = 0; level < codes[d].Length; level++)
                {
                    codes[d][level].Add(level < depths[d] ? dimensions[d].CodeAt(level, depths[d] - 1, code) : PublishedLevel.Total);
                }
            }
        }
    }

    private static Int128? Rounded(Int128 count, int cell)
    {
        var random = SplitMix64.Stream(SuppressionShape.Seed + 2, cell);
        var rest = (int)(count % Base);
        return count - rest + (random.Below(Base) < rest ? Base : 0);
    }
}
