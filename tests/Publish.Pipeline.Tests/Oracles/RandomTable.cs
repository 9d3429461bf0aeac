namespace Publish.Pipeline.Tests.Oracles;

/// <summary>A table of a random policy.</summary>
/// <param name="Name">The release.</param>
/// <param name="By">The keys with the levels published of each, <c>all</c> among them or not.</param>
/// <param name="Threshold">t.</param>
/// <param name="HasCount">Whether counts are published.</param>
/// <param name="SumsPay">Whether sums are published.</param>
/// <param name="MeansPay">Whether means are published.</param>
/// <param name="ProtectsZeros">Whether empty cells are protected.</param>
internal sealed record RandomTable(
    string Name, (RandomKey Key, string[] Levels)[] By, int Threshold, bool HasCount, bool SumsPay, bool MeansPay, bool ProtectsZeros)
{
    /// <summary>Whom it is for.</summary>
    public string Audience { get; init; } = "public";

    public static RandomTable Make(Random random, string name, IReadOnlyList<RandomKey> keys)
    {
        var chosen = keys.Where(_ => random.Next(3) > 0).DefaultIfEmpty(keys[0]);
        var measures = random.Next(5);
        return new RandomTable(
            name,
            [.. chosen.Select(key => (key, LevelsOf(random, key)))],
            random.Next(2, 7),
            HasCount: measures != 4,
            SumsPay: measures is 1 or 2 or 4,
            MeansPay: measures is 2 or 3,
            ProtectsZeros: random.Next(4) == 0);
    }

    public string Yaml()
    {
        var by = string.Join(", ", By.Select(d => $"{d.Key.Name}: [{string.Join(", ", d.Levels)}]"));
        var measures = string.Join(", ", new[] { HasCount ? "count" : null, SumsPay ? "{sum: pay}" : null, MeansPay ? "{mean: pay, decimals: 1}" : null }.OfType<string>());
        var zeros = ProtectsZeros ? ", zeros: protected" : "";
        return $"{{name: {Name}, kind: table, audience: {Audience}, by: {{{by}}}, measures: [{measures}], threshold: {Threshold}{zeros}}}";
    }

    private static string[] LevelsOf(Random random, RandomKey key)
    {
        var levels = key.Levels.Select(l => l.Name).Where(_ => random.Next(2) == 0).ToList();
        if (levels.Count == 0)
        {
            levels.Add(key.Levels[random.Next(key.Levels.Length)].Name);
        }

        if (random.Next(5) > 0)
        {
            levels.Add("all");
        }

        return [.. levels];
    }
}
