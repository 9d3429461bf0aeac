using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// Checks the classes that are offered as what a table with kept sums is made of: each is the upload's, or was small and is
/// 0 or the base; and every number of the table is their sum, worked out here.
/// </summary>
/// <param name="complete">The table, with a row for every cell (<see cref="CompleteTable"/>).</param>
/// <param name="counts">The true count of each class.</param>
/// <param name="offered">The rounded count of each class; <see langword="null"/> where none is offered.</param>
/// <param name="rowsOf">For each grouping set the row of each class.</param>
/// <param name="roundingBase">b.</param>
public sealed class KeptSums(
    PublishedTable complete, IReadOnlyList<long> counts, IReadOnlyList<long>? offered, IReadOnlyList<int[]> rowsOf, int roundingBase) : IAttack
{
    /// <inheritdoc/>
    public string Name => "recount";

    /// <inheritdoc/>
    public string Knows => "The upload, counted a second time; this is the auditor, not an intruder.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var log = new WitnessLog();
        if (offered is null || offered.Count != counts.Count || counts.Zip(offered).Any(each => !IsRounded(each.First, each.Second)))
        {
            log.Add(AttackCodes.Recount, complete.Name, "The classes are not the upload's with small ones rounded.");
            return log.Result(Name, complete.Rows, "cells");
        }

        var sums = Sums(offered);
        for (var row = 0; row < complete.Rows; row++)
        {
            if (complete.Measures[0].Values[row] != sums[row])
            {
                log.Add(AttackCodes.Recount, [complete], 0, row, $"{complete.Describe(row)} is published as {complete.Measures[0].Values[row]}, and is {sums[row]}.");
            }
        }

        return log.Result(Name, complete.Rows, "cells");
    }

    private bool IsRounded(long count, long rounded) =>
        rounded == count || (count > 0 && count < roundingBase && (rounded == 0 || rounded == roundingBase));

    private Int128[] Sums(IReadOnlyList<long> classes)
    {
        var sums = new Int128[complete.Rows];
        foreach (var rowOf in rowsOf)
        {
            for (var c = 0; c < rowOf.Length; c++)
            {
                sums[rowOf[c]] += classes[c];
            }
        }

        return sums;
    }
}
