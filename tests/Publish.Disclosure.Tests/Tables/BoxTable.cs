using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>A table of any number of keys with all totals, as equations: in each line of each key the parts add up to its total.</summary>
internal static class BoxTable
{
    /// <summary>A random table whose small cells are to be in doubt by 1 or 2 on both sides.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="sizes">The categories of each key.</param>
    public static SuppressionProblem Make(int seed, params int[] sizes)
    {
        var random = new Random(seed);
        var count = sizes.Aggregate(1, (product, size) => product * (size + 1));
        var (values, equations) = (new int[count], new List<int[]>());
        foreach (var cell in Enumerable.Range(0, count).Where(cell => sizes.Index().All(key => Code(cell, key.Index, sizes) < key.Item)))
        {
            values[cell] = random.Next(5) == 0 ? 0 : random.Next(1, 25);
        }

        for (var key = 0; key < sizes.Length; key++)
        {
            foreach (var total in Enumerable.Range(0, count).Where(cell => Code(cell, key, sizes) == sizes[key]))
            {
                var step = Step(key, sizes);
                int[] line = [total, .. Enumerable.Range(1, sizes[key]).Select(back => total - back * step)];
                equations.Add(line);
                values[total] = line.Skip(1).Sum(cell => values[cell]);
            }
        }

        bool[] isPrimary = [.. values.Select(value => value is > 0 and < 4)];
        Int128[] amounts = [.. isPrimary.Select(primary => (Int128)(primary ? 1 : 0))];
        return Some.Problem(
            CellSystem.FromEquations(count, new SparseRows(
                [.. equations.Aggregate(new List<int> { 0 }, (starts, line) => [.. starts, starts[^1] + line.Length])],
                [.. equations.SelectMany(line => line)],
                [.. equations.SelectMany(line => line.Select((_, place) => place == 0 ? 1 : -1))])),
            [.. isPrimary.Select(primary => primary ? CellRole.Primary : CellRole.Candidate)],
            [.. values.Select(value => 1.0 + value)],
            new IntervalDemand { ClassValues = [.. values.Select(value => (Int128)value)], Lower = amounts, Upper = amounts });
    }

    private static int Step(int key, int[] sizes) => sizes.Take(key).Aggregate(1, (product, size) => product * (size + 1));

    private static int Code(int cell, int key, int[] sizes) => cell / Step(key, sizes) % (sizes[key] + 1);
}
