using System.Globalization;
using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

/// <summary>Every node of the Adult lattice against an independent brute force (lattice_full.csv).</summary>
public sealed class AdultLatticeTests
{
    private static readonly Lazy<NodeEvaluation[]> K2 = new(() => Sweep(2));
    private static readonly Lazy<NodeEvaluation[]> K5 = new(() => Sweep(5));
    private static readonly Lazy<NodeEvaluation[]> K10 = new(() => Sweep(10));

    [ReferenceFact("arx-adult")]
    public void Every_node_has_the_classes_and_suppressed_rows_of_the_reference()
    {
        var lattice = new GeneralisationLattice(Adult.Instance.Keys());
        var rows = Lattice().ToArray();
        var wrong = rows.Count(row =>
        {
            var node = lattice.NodeOf(row.AsSpan(0, 9));
            var (k2, k5, k10) = (K2.Value[node], K5.Value[node], K10.Value[node]);
            return k2.Classes != row[10] || k5.Classes != row[10] || k10.Classes != row[10]
                || k2.SuppressedRows != row[11] || k5.SuppressedRows != row[12] || k10.SuppressedRows != row[13]
                || k5.KeptClasses != row[14] || k5.Loss - (30162d * k5.SuppressedRows) != row[15];
        });
        Assert.Equal(12960, rows.Length);
        Assert.Equal(12960, lattice.NodeCount);
        Assert.Equal(0, wrong);
    }

    [ReferenceFact("arx-adult")]
    public void Anonymous_and_minimal_nodes_are_as_many_as_the_reference_counts()
    {
        Assert.Equal((87, 27), AnonymousAndMinimal(K5.Value, 0));
        Assert.Equal((2861, 787), AnonymousAndMinimal(K5.Value, 603));
        Assert.Equal((65, 20), AnonymousAndMinimal(K10.Value, 0));
        Assert.Equal((1743, 546), AnonymousAndMinimal(K10.Value, 603));
    }

    private static NodeEvaluation[] Sweep(int k)
    {
        var evaluator = new LatticeEvaluator(Adult.Instance.Task([new KAnonymity(k)], 0m, new Discernibility()));
        var lattice = evaluator.Lattice;
        return [.. Enumerable.Range(0, lattice.NodeCount).Select(node => evaluator.Evaluate(lattice.Levels(node)))];
    }

    private static (int Anonymous, int Minimal) AnonymousAndMinimal(NodeEvaluation[] evaluations, int allowedRows)
    {
        var lattice = new GeneralisationLattice(Adult.Instance.Keys());
        bool IsAnonymous(int node) => evaluations[node].SuppressedRows <= allowedRows;
        var anonymous = Enumerable.Range(0, lattice.NodeCount).Where(IsAnonymous).ToArray();
        var minimal = anonymous.Count(node => Enumerable.Range(0, lattice.KeyCount)
            .Select(key => lattice.Finer(node, key))
            .All(finer => finer < 0 || !IsAnonymous(finer)));
        return (anonymous.Length, minimal);
    }

    private static IEnumerable<int[]> Lattice() =>
        File.ReadLines(Path.Combine(Adult.Folder, "lattice_full.csv"))
            .Skip(1)
            .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
}
