using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

/// <summary>Judges a choice of levels straight from the rows, by the definitions; shares no code with the product.</summary>
internal sealed class BruteForce(RandomCase @case)
{
    private const int Keys = 3;

    public static IEnumerable<int[]> AllLevels() =>
        from a in Enumerable.Range(0, 4)
        from b in Enumerable.Range(0, 3)
        from c in Enumerable.Range(0, 2)
        select new[] { a, b, c };

    public (int Classes, int Kept, int Suppressed, double Loss) At(int[] levels)
    {
        var groups = Groups(levels).ToArray();
        var kept = groups.Where(group => @case.Models.All(model => Satisfies(group, model))).ToArray();
        var suppressed = groups.Except(kept).SelectMany(group => group).ToArray();
        return (groups.Length, kept.Length, suppressed.Length, Loss(levels, groups, kept, suppressed));
    }

    public bool IsWithinLimit(int[] levels) => At(levels).Suppressed <= @case.Limit * @case.Rows.Length;

    private static int Category(int key, int level, int value) =>
        RandomCase.Hierarchies[key].Levels[level].CategoryOf[value];

    private IEnumerable<int[]> Groups(int[] levels) =>
        Enumerable.Range(0, @case.Rows.Length)
            .GroupBy(row => (
                Category(0, levels[0], @case.Rows[row][0]),
                Category(1, levels[1], @case.Rows[row][1]),
                Category(2, levels[2], @case.Rows[row][2])))
            .Select(group => group.ToArray());

    private bool Satisfies(int[] group, PrivacyModel model)
    {
        var people = group.Where(row => @case.Respondents[row] is not null).ToArray();
        var counts = people
            .GroupBy(row => @case.Rows[row][RandomCase.Sensitive])
            .Select(rows => rows.Select(row => @case.Respondents[row]).Distinct().Count())
            .OrderDescending()
            .ToArray();
        var total = (double)counts.Sum();
        return model switch
        {
            KAnonymity k => people.Select(row => @case.Respondents[row]).Distinct().Count() >= k.K,
            DistinctDiversity d => counts.Length >= d.Values,
            EntropyDiversity e => counts.Length > 0
                && -counts.Sum(count => count / total * Math.Log(count / total)) >= Math.Log(e.EffectiveValues) - 1e-11,
            RecursiveDiversity r => counts.Length >= r.Values && counts[0] < r.Factor * counts.Skip(r.Values - 1).Sum(),
            _ => throw new NotSupportedException(),
        };
    }

    private double Loss(int[] levels, int[][] groups, int[][] kept, int[] suppressed) => @case.Metric switch
    {
        DomainLoss loss => Aggregate(loss.Aggregate, key => DomainLossOf(loss.GsFactor, key, levels[key], kept, suppressed)),
        NonUniformEntropy entropy => Aggregate(LossAggregate.Sum, key => EntropyOf(entropy, key, levels[key], suppressed)),
        Discernibility => kept.Sum(group => group.Length * group.Length) + (suppressed.Length * @case.Rows.Length),
        AverageClassSize => @case.Rows.Length / (double)(kept.Length + (suppressed.Length > 0 ? 1 : 0)),
        Precision precision => Aggregate(
            LossAggregate.ArithmeticMean,
            key => ((Generalisation(precision.GsFactor) * levels[key] / RandomCase.Hierarchies[key].Top
                    * (@case.Rows.Length - suppressed.Length))
                + (Suppression(precision.GsFactor) * suppressed.Length)) / @case.Rows.Length),
        Height => Aggregate(LossAggregate.Sum, key => levels[key]),
        _ => throw new NotSupportedException(),
    };

    private double DomainLossOf(double gs, int key, int level, int[][] kept, int[] suppressed)
    {
        var map = RandomCase.Hierarchies[key].Levels[level].CategoryOf;
        double Share(int row) => map.Count(category => category == map[@case.Rows[row][key]]) / (double)map.Length;
        var sum = kept.SelectMany(group => group).Sum(row => Generalisation(gs) * Share(row))
            + suppressed.Sum(row => Share(row) + (Suppression(gs) * (1 - Share(row))));
        var least = Generalisation(gs) * @case.Rows.Length / map.Length;
        return Math.Max(0, (sum - least) / (@case.Rows.Length - least));
    }

    private double EntropyOf(NonUniformEntropy metric, int key, int level, int[] suppressed)
    {
        int CategoryOf(int row) => Category(key, level, @case.Rows[row][key]);
        var all = Enumerable.Range(0, @case.Rows.Length).ToArray();
        var bits = all.Sum(row => -Math.Log2(
            all.Count(other => @case.Rows[other][key] == @case.Rows[row][key])
            / (double)all.Count(other => CategoryOf(other) == CategoryOf(row))));
        var added = suppressed.Sum(row =>
            -Math.Log2(suppressed.Count(other => CategoryOf(other) == CategoryOf(row)) / (double)suppressed.Length));
        return (Generalisation(metric.GsFactor) * bits)
            + (metric.CountsSuppression ? Suppression(metric.GsFactor) * added : 0);
    }

    private double Aggregate(LossAggregate aggregate, Func<int, double> loss)
    {
        var largest = @case.Weights.Max();
        var losses = Enumerable.Range(0, Keys)
            .Select(key => loss(key) * (largest > 0 ? @case.Weights[key] / largest : 1))
            .ToArray();
        return aggregate switch
        {
            LossAggregate.Sum => losses.Sum(),
            LossAggregate.ArithmeticMean => losses.Average(),
            LossAggregate.Maximum => losses.Max(),
            _ => Math.Exp(losses.Average(one => Math.Log(1 + one))) - 1,
        };
    }

    private static double Suppression(double gs) => Math.Min(1, 2 * gs);

    private static double Generalisation(double gs) => Math.Min(1, 2 - (2 * gs));
}
