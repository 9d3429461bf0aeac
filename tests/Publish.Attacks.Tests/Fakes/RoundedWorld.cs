using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>Tables over some of the keys of a random world, rounded, with some cells hidden; and what their numbers say of each cell.</summary>
internal sealed class RoundedWorld
{
    private readonly RandomWorld _world;
    private readonly List<Cube> _cubes;
    private readonly bool _isRandom;
    private readonly int _seed;

    public RoundedWorld(RandomWorld world, int[][] keys, int roundingBase, bool isRandom, double hidden, int seed)
    {
        (_world, _isRandom, _seed) = (world, isRandom, seed);
        Reach = isRandom ? RoundingReach.Random(roundingBase) : RoundingReach.Conventional(roundingBase);
        _cubes = [.. keys.Select((own, table) => world.Cube("t" + table, own))];
        Cells = [.. _cubes.SelectMany((cube, table) => cube.Cells.Select(cell => new RoundedCell(
            table, cell, KeyOf(cell, keys[table]), world.Indicator(cell, keys[table]), cube.Count(cell), Published(KeyOf(cell, keys[table]), cube.Count(cell), roundingBase, hidden))))];
        Tables = [.. _cubes.Select((cube, table) => Rounded(cube, [.. Cells.Where(cell => cell.Table == table)]))];
    }

    public RoundingReach Reach { get; }

    public List<RoundedCell> Cells { get; }

    public List<PublishedTable> Tables { get; }

    public int Leaves => _world.Leaves.Count;

    /// <summary>The cells that are to stay uncertain.</summary>
    public IEnumerable<RoundedCell> Secret => Cells.Where(cell => cell.Published is null || cell.Truth < Reach.Base);

    /// <summary>What a cell can be by its own number.</summary>
    public (long Low, long? High) Known(RoundedCell cell) => cell.Published is { } published
        ? (Math.Max(0, published - (long)Reach.Below), published + (long)Reach.Above)
        : (1, null);

    /// <summary>Where witnesses say that a cell is: the first table and row that show it.</summary>
    public string PlaceOf(RoundedCell cell)
    {
        var first = Cells.First(each => each.Key == cell.Key);
        return $"t{first.Table}, row {_cubes[first.Table].Cells.ToList().IndexOf(first.Name) + 1}";
    }

    public AttackResult Attack(RoundingOptions? options = null) => new RoundingBounds(
        Tables,
        [.. _cubes.Select(cube => cube.Cells.Select(cell => (Int128)cube.Count(cell)).ToArray())],
        new CountedClasses(_world.CountedLevels(), [new CountedMeasure("count", [.. _world.Leaves.Select(leaf => (Int128)leaf.Count)])]),
        Reach,
        options).Run();

    // A cell of several tables is one cell, and has one number or is hidden in all; the grand total is published.
    private long? Published(string name, long count, int roundingBase, double hidden)
    {
        var draw = new Random(name.Aggregate(_seed, (hash, letter) => unchecked((hash * 31) + letter)));
        if (name.Length > 0 && draw.NextDouble() < hidden)
        {
            return null;
        }

        var rest = count % roundingBase;
        return count - rest + (rest > 0 && (_isRandom ? draw.Next(roundingBase) < rest : 2 * rest >= roundingBase) ? roundingBase : 0);
    }

    private string KeyOf(string cell, int[] keys)
    {
        var columns = keys.SelectMany(key => Enumerable.Range(0, _world.Levels[key]).Select(level => $"{key}.{level}="));
        return string.Concat(columns.Zip(cell.Split('|')).Where(each => each.Second != "Total").Select(each => each.First + each.Second + ";"));
    }

    private static PublishedTable Rounded(Cube cube, List<RoundedCell> cells)
    {
        var table = cube.Publish(_ => false);
        return new PublishedTable(
            table.Name,
            table.Keys,
            [new PublishedMeasure("count", MeasureKind.Count, cells.ConvertAll(cell => (Int128?)cell.Published), roundingUnit: 1, noise: MeasureNoise.Rounded)],
            cells.ConvertAll(cell => cell.Published is null ? PublishedTable.SuppressedMark : ""));
    }
}
