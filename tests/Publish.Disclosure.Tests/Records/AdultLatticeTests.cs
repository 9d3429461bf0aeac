using System.Globalization;
using Publish.Disclosure.Records;
using Publish.Tests;

namespace Publish.Disclosure.Tests.Records;

/// <summary>Every node of the Adult lattice against an independent brute force (lattice_full.csv).</summary>
public sealed class AdultLatticeTests
{
    private static readonly int[] Limits = [2, 5, 10];

    [ReferenceFact("arx-adult")]
    public void Every_node_has_the_classes_and_suppressed_rows_of_the_reference()
    {
        var evaluators = Limits.Select(k => Evaluator(k, 0m)).ToArray();
        var wrong = 0;
        foreach (var row in Lattice())
        {
            var levels = row[..9];
            var at = evaluators.Select(evaluator => evaluator.Evaluate(levels)).ToArray();
            var squares = at[1].Loss - (30162d * at[1].SuppressedRows);
            var ok = at.All(evaluation => evaluation.Classes == row[10])
                && at.Select(evaluation => (int)evaluation.SuppressedRows).SequenceEqual(row[11..14])
                && at[1].KeptClasses == row[14]
                && squares == row[15];
            wrong += ok ? 0 : 1;
        }

        Assert.Equal(12960, evaluators[0].Lattice.NodeCount);
        Assert.Equal(0, wrong);
    }

    [ReferenceFact("arx-adult")]
    public void Anonymous_and_minimal_nodes_are_as_many_as_the_reference_counts()
    {
        Assert.Equal((87, 27), AnonymousAndMinimal(5, 0m));
        Assert.Equal((2861, 787), AnonymousAndMinimal(5, 0.02m));
        Assert.Equal((65, 20), AnonymousAndMinimal(10, 0m));
        Assert.Equal((1743, 546), AnonymousAndMinimal(10, 0.02m));
    }

    private static LatticeEvaluator Evaluator(int k, decimal limit) =>
        new(Adult.Instance.Task([new KAnonymity(k)], limit, new Discernibility()));

    private static (int Anonymous, int Minimal) AnonymousAndMinimal(int k, decimal limit)
    {
        var evaluator = Evaluator(k, limit);
        var lattice = evaluator.Lattice;
        var anonymous = Enumerable.Range(0, lattice.NodeCount)
            .Select(node => evaluator.Evaluate(lattice.Levels(node)).IsWithinLimit)
            .ToArray();
        var minimal = Enumerable.Range(0, lattice.NodeCount)
            .Count(node => anonymous[node] && Enumerable.Range(0, lattice.KeyCount)
                .Select(key => lattice.Finer(node, key))
                .All(finer => finer < 0 || !anonymous[finer]));
        return (anonymous.Count(isAnonymous => isAnonymous), minimal);
    }

    private static IEnumerable<int[]> Lattice() =>
        File.ReadLines(Path.Combine(Adult.Folder, "lattice_full.csv"))
            .Skip(1)
            .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
}
