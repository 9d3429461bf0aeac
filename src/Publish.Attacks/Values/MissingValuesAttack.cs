using System.Numerics;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>
/// Divides published sums by published means: that gives the number of those who have a value, and beside the count the
/// number of those who have none. 4127.21 / 67.66 is 61 of 80, whatever the mean's last decimal hides.
/// </summary>
/// <param name="published">The tables.</param>
/// <param name="quantities">The columns whose sum and mean are published.</param>
/// <param name="threshold">t: a group of 1 to t − 1 respondents is a secret; at least 1.</param>
public sealed class MissingValuesAttack(
    PublishedEdition published, IReadOnlyList<PublishedQuantity> quantities, Int128 threshold) : IAttack
{
    private readonly WitnessLog _log = new();
    private long _examined;

    /// <inheritdoc/>
    public string Name => "missing-values";

    /// <inheritdoc/>
    public string Knows => "The published sums, means and counts of one cell.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var quantity in quantities.Where(quantity => quantity is { Sum: not null, Mean: not null, Count: not null }))
        {
            var table = published.Tables[quantity.Table];
            var (sums, means, counts) = (table.Measure(quantity.Sum!), table.Measure(quantity.Mean!), table.Measure(quantity.Count!));
            for (var row = 0; row < table.Rows && sums.RoundingUnit == 0 && counts.RoundingUnit == 0; row++)
            {
                if (sums.Values[row] is { } sum && means.Values[row] is { } mean && counts.Values[row] is { } count)
                {
                    _examined++;
                    Divide((quantity.Table, row), Units(sum, sums, means), mean, Int128.Max(means.RoundingUnit, 1), count);
                }
            }
        }

        return _log.Result(Name, _examined, "cells with a sum and a mean");
    }

    // A sum in the means' units, or times a power of ten where it has more decimals; both sides are multiplied alike.
    private static (BigInteger Sum, BigInteger Factor) Units(Int128 sum, PublishedMeasure sums, PublishedMeasure means)
    {
        var digits = means.Scale - sums.Scale;
        return digits >= 0 ? (sum * BigInteger.Pow(10, digits), 1) : (sum, BigInteger.Pow(10, -digits));
    }

    // |sum / n − mean| ≤ unit / 2, so n lies between |sum| / (|mean| + unit / 2) and |sum| / (|mean| − unit / 2).
    private void Divide((int Table, int Row) place, (BigInteger Sum, BigInteger Factor) total, Int128 mean, Int128 unit, Int128 count)
    {
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
