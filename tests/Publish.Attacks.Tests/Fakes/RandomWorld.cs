using Publish.Attacks.Recounts;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>Random leaves over nested keys, and what a set of published cells says about them.</summary>
internal sealed class RandomWorld
{
    public RandomWorld(Random random, int keys, double density, long most = 8)
    {
        Levels = [.. Enumerable.Range(0, keys).Select(_ => random.Next(1, keys > 2 ? 3 : 4))];
        var paths = Levels.Select((levels, key) => Paths(random, key, levels)).ToList();
        IEnumerable<string[]> product = [[]];
        foreach (var each in paths)
        {
            product = [.. product.SelectMany(prefix => each.Select(path => (string[])[.. prefix, .. path]))];
        }

        Leaves = [.. product.Where(_ => random.NextDouble() < density).Select(labels => (labels, random.NextInt64(1, most + 1)))];
    }

    /// <summary>Number of levels of each key.</summary>
    public int[] Levels { get; }

    public List<(string[] Labels, long Count)> Leaves { get; }

    /// <summary>A cube over some of the keys.</summary>
    public Cube Cube(string name, params int[] keys) => Cube(name, 3, keys);

    /// <summary>The same, with another sum a respondent.</summary>
    public Cube Cube(string name, long sum, int[] keys)
    {
        var cube = new Cube(name, [.. keys.Select(key => ("k" + key, Enumerable.Range(0, Levels[key]).Select(level => $"k{key}l{level}").ToArray()))]);
        foreach (var (labels, count) in Leaves)
        {
            cube.Add(Part(labels, keys), count, count * sum);
        }

        return cube;
    }

    /// <summary>The levels of the leaves, as the auditor counts them.</summary>
    public List<CountedLevel> CountedLevels()
    {
        var levels = new List<CountedLevel>();
        var column = 0;
        for (var key = 0; key < Levels.Length; key++)
        {
            for (var level = 0; level < Levels[key]; level++)
            {
                var position = column++;
                var labels = Leaves.Select(leaf => leaf.Labels[position]).Distinct().ToList();
                levels.Add(new CountedLevel("k" + key, $"k{key}l{level}", labels, [.. Leaves.Select(leaf => labels.IndexOf(leaf.Labels[position]))]));
            }
        }

        return levels;
    }

    /// <summary>1 for each leaf that is part of a cell over some of the keys.</summary>
    public long[] Indicator(string cell, params int[] keys)
    {
        var wanted = cell.Split('|');
        return [.. Leaves.Select(leaf => Part(leaf.Labels, keys).Zip(wanted).All(pair => pair.Second == "Total" || pair.First == pair.Second) ? 1L : 0L)];
    }

    private string[] Part(string[] labels, int[] keys) =>
        [.. keys.SelectMany(key => labels.Skip(Levels.Take(key).Sum()).Take(Levels[key]))];

    // Labels repeat under different parents now and then: they are different cells all the same.
    private static List<string[]> Paths(Random random, int key, int levels)
    {
        var repeats = random.Next(4) == 0;
        List<string[]> paths = [[]];
        for (var level = 0; level < levels; level++)
        {
            paths = [.. paths.SelectMany(path => Enumerable.Range(0, random.Next(1, 4)).Select(child =>
                (string[])[.. path, repeats ? $"{level}{child}" : $"{key}.{string.Join('.', path)}.{child}"]))];
        }

        return paths;
    }
}
