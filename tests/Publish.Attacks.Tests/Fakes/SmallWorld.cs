using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>A small random table with hidden cells, its classes, and every table that agrees with it.</summary>
internal sealed class SmallWorld
{
    public SmallWorld(Random random, int leaves, long most)
    {
        do
        {
            World = new RandomWorld(random, random.Next(1, 4), 0.6, most);
        }
        while (World.Leaves.Count is 0 || World.Leaves.Count > leaves || World.Leaves.Sum(leaf => leaf.Count) > 14);

        Keys = [.. Enumerable.Range(0, World.Levels.Length)];
        Cube = World.Cube("t", Keys);
        var share = random.NextDouble();

        // With the grand total published every table is finite.
        Hidden = [.. Cube.Cells.Where(cell => random.NextDouble() < share && cell.Split('|').Any(label => label != "Total"))];
        Table = Cube.Publish(Hidden.Contains);
    }

    public RandomWorld World { get; }

    public int[] Keys { get; }

    public Cube Cube { get; }

    public List<string> Hidden { get; }

    public PublishedTable Table { get; }

    public CountedClasses Classes => new(
        World.CountedLevels(),
        [new CountedMeasure("count", [.. World.Leaves.Select(leaf => (Int128)leaf.Count)])]);

    public EveryTable Every() => new(
        Cube.Cells.Where(cell => !Hidden.Contains(cell)).Select(cell => (World.Indicator(cell, Keys), Cube.Count(cell))),
        Hidden.Select(cell => World.Indicator(cell, Keys)),
        World.Leaves.Count,
        World.Leaves.Sum(leaf => leaf.Count));

    public int Row(string cell) => Cube.Cells.ToList().IndexOf(cell);
}
