using System.Numerics;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>
/// Holds the quantiles of a cell against those of the cells within it: where half of all lie at or below a value, and too few
/// of the published parts do, everyone in the rest does. Only of columns of which everyone has a value, and where a row is a
/// respondent: else the values of a cell are not those of its parts together.
/// </summary>
/// <remarks>
/// With shares a of the whole and b of a part beyond which the same value lies, what rounding of places leaves aside, the
/// rest is all on one side only where (a − b) times the part's number is exactly (1 − a) times the rest's: more is
/// impossible, and less leaves somebody on the other side. Sums that quantiles bound are the derived measures' attack.
/// </remarks>
/// <param name="published">All tables of the edition that one audience can read.</param>
public sealed class NestedQuantilesAttack(PublishedEdition published) : IAttack
{
    private readonly WitnessLog _log = new();
    private long _examined;

    /// <inheritdoc/>
    public string Name => "nested-quantiles";

    /// <inheritdoc/>
    public string Knows => "The published quantiles and counts of a cell and of the cells within it.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var formulas = published.Tables.SelectMany(table => table.Measures).Select(measure => measure.Formula).OfType<QuantileFormula>()
            .Where(formula => formula is { IsComplete: true, Contributors.IsAdditive: true });
        foreach (var column in formulas.DistinctBy(formula => formula.Sum.Name))
        {
            Attack(published.Layout(), PublishedQuantiles.Of(published, column));
        }

        return _log.Result(Name, _examined, "cells with quantiles and parts");
    }

    private void Attack(EditionLayout layout, PublishedQuantiles values)
    {
        for (var sum = 0; sum < layout.Sums.Count; sum++)
        {
            if (layout.Sums.Total(sum) is >= 0 and var total && values.Of(total) is { } whole)
            {
                _examined++;
                QuantileRanks[] parts = [.. layout.Sums.Parts(sum).ToArray().Select(values.Of).OfType<QuantileRanks>()];
                var open = whole.Count - parts.Aggregate(BigInteger.Zero, (count, part) => count + part.Count);
                Examine(layout, values, total, whole, parts, open, open);
                for (var part = 0; part < parts.Length; part++)
                {
                    Examine(layout, values, total, whole, [.. parts.Where((_, other) => other != part)], open + parts[part].Count, parts[part].Count);
                }
            }
        }
    }

    // Of what the other parts leave, a group of so many is looked at; the others in it may lie anywhere.
    private void Examine(
        EditionLayout layout, PublishedQuantiles values, int total, QuantileRanks whole, QuantileRanks[] others, BigInteger left, BigInteger group)
    {
        foreach (var (formula, least, most) in whole.Quantiles)
        {
            var below = whole.AtMost(most).Low - others.Aggregate(BigInteger.Zero, (count, other) => count + other.AtMost(most).High) - (left - group);
            var above = whole.AtLeast(least).Low - others.Aggregate(BigInteger.Zero, (count, other) => count + other.AtLeast(least).High) - (left - group);
            var isBelow = below >= group && !values.IsAtMost(formula, most);
            if (group > 0 && (isBelow || (above >= group && !values.IsAtLeast(formula, least))))
            {
                Report(layout.Cells, total, group, formula, isBelow);
                return;
            }
        }
    }

    private void Report(EditionCells edition, int total, BigInteger group, QuantileFormula formula, bool isBelow)
    {
        var (table, row) = edition.RowOfCell[total];
        _log.Add(
            AttackCodes.NestedQuantiles,
            published.Tables,
            table,
            row,
            $"{edition.Tables[table].Describe(row)}: all {group} of a part of it lie {(isBelow ? "at or below" : "at or above")} its quantile {formula.At}, which the quantiles of the other parts leave no other place for.");
    }
}
