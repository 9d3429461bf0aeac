using System.Numerics;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>
/// Divides published sums by published means: that gives the number of those who have a value, and beside the count the
/// number of those who have none. 4127.21 / 67.66 is 61 of 80, whatever the mean's last decimal hides. Sum, mean and count of a
/// cell may be in three tables.
/// </summary>
/// <param name="published">The tables.</param>
/// <param name="quantities">The columns of which sums or means are published, by table.</param>
/// <param name="thresholdOf">t of the table that publishes a mean: a group of 1 to t − 1 respondents is a secret; at least 1.</param>
public sealed class MissingValuesAttack(
    PublishedEdition published, IReadOnlyList<PublishedQuantity> quantities, Func<int, Int128> thresholdOf) : IAttack
{
    private readonly WitnessLog _log = new();
    private long _examined;

    /// <inheritdoc/>
    public string Name => "missing-values";

    /// <inheritdoc/>
    public string Knows => "The published sums, means and counts of one cell, in any table.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var counts = quantities.Select(quantity => quantity.Count).OfType<string>().FirstOrDefault();
        foreach (var column in quantities.GroupBy(quantity => quantity.Column, StringComparer.Ordinal))
        {
            var sums = column.Select(quantity => quantity.Sum).OfType<string>().FirstOrDefault();
            var means = column.Where(quantity => quantity.Mean is not null).ToArray();
            if (sums is not null && counts is not null && means.Length > 0)
            {
                Attack(means, CellNumbers.Of(published, sums), CellNumbers.Of(published, counts));
            }
        }

        return _log.Result(Name, _examined, "cells with a sum and a mean");
    }

    private void Attack(IReadOnlyList<PublishedQuantity> quantities, CellNumbers sums, CellNumbers counts)
    {
        foreach (var quantity in quantities)
        {
            var means = published.Tables[quantity.Table].Measure(quantity.Mean!);
            for (var row = 0; row < means.Values.Count; row++)
            {
                if (means.Values[row] is { } mean && sums.Of(quantity.Table, row) is { } sum && counts.Of(quantity.Table, row) is { } count)
                {
                    _examined++;
                    Divide((quantity.Table, row), Units(sum, sums.Scale, means), mean, Int128.Max(means.RoundingUnit, 1), count);
                }
            }
        }
    }

    // A sum in the means' units, or times a power of ten where it has more decimals; both sides are multiplied alike.
    private static (BigInteger Sum, BigInteger Factor) Units(Int128 sum, int scale, PublishedMeasure means)
    {
        var digits = means.Scale - scale;
        return digits >= 0 ? (sum * BigInteger.Pow(10, digits), 1) : (sum, BigInteger.Pow(10, -digits));
    }

    // |sum / n − mean| ≤ unit / 2, so n lies between |sum| / (|mean| + unit / 2) and |sum| / (|mean| − unit / 2).
    private void Divide((int Table, int Row) place, (BigInteger Sum, BigInteger Factor) total, Int128 mean, Int128 unit, Int128 count)
    {
        var threshold = thresholdOf(place.Table);
        var sum = 2 * BigInteger.Abs(total.Sum);
        var (most, least) = (total.Factor * ((2 * Int128.Abs(mean)) + unit), total.Factor * ((2 * Int128.Abs(mean)) - unit));
        if (sum.IsZero || most.Sign <= 0)
        {
            return;
        }

        var fewest = BigInteger.Max(1, (sum + most - 1) / most);
        var many = least.Sign <= 0 ? count : BigInteger.Min((BigInteger)count, sum / least);
        if (fewest > many || many == (BigInteger)count || (BigInteger)count - fewest >= (BigInteger)threshold)
        {
            return;
        }

        var table = published.Tables[place.Table];
        var without = fewest == many ? $"{(BigInteger)count - many}" : $"{(BigInteger)count - many} to {(BigInteger)count - fewest}";
        _log.Add(
            AttackCodes.MissingValues,
            published.Tables,
            place,
            $"{table.Describe(place.Row)}: the sum divided by the mean is {(fewest == many ? $"{many}" : $"{fewest} to {many}")} of {count}, so {without} have no value, fewer than {threshold}.",
            [],
            []);
    }
}
