using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// Compares a table whose small classes were rounded to 0 or the base with the upload: what its larger classes come to is
/// in every number untouched, and each small class adds at most the base.
/// </summary>
/// <param name="complete">The table, with a row for every cell (<see cref="CompleteTable"/>).</param>
/// <param name="untouched">For each row, the sum of its classes of at least the base.</param>
/// <param name="small">For each row, the number of its classes from 1 to base − 1.</param>
/// <param name="roundingBase">b.</param>
public sealed class KeptSums(
    PublishedTable complete, IReadOnlyList<Int128> untouched, IReadOnlyList<long> small, int roundingBase) : IAttack
{
    /// <inheritdoc/>
    public string Name => "recount";

    /// <inheritdoc/>
    public string Knows => "The upload, counted a second time; this is the auditor, not an intruder.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var log = new WitnessLog();
        for (var row = 0; row < complete.Rows; row++)
        {
            var value = complete.Measures[0].Values[row] ?? 0;
            if (value < untouched[row] || value > untouched[row] + (small[row] * roundingBase))
            {
                log.Add(AttackCodes.Recount, [complete], 0, row, $"{complete.Describe(row)} is published as {value}, outside what rounding its classes can give.");
            }
        }

        return log.Result(Name, complete.Rows, "cells");
    }
}
