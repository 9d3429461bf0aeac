using System.Numerics;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>
/// Finds cells in which everyone must have the same value because the sum or the mean lies at a bound that no value
/// passes: a sum of 0 of an amount that is never negative; a mean that is the highest value there is. Only for tables
/// in which a row is a respondent: somebody with several rows may pass a bound of single values.
/// </summary>
/// <param name="published">The tables.</param>
/// <param name="quantities">The columns of which a bound is known.</param>
public sealed class DeclaredBoundsAttack(PublishedEdition published, IReadOnlyList<PublishedQuantity> quantities) : IAttack
{
    private readonly WitnessLog _log = new();
    private long _examined;

    /// <inheritdoc/>
    public string Name => "declared-bounds";

    /// <inheritdoc/>
    public string Knows => "The published numbers of one cell, and the bounds every value keeps to.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var quantity in quantities)
        {
            var table = published.Tables[quantity.Table];
            for (var row = 0; row < table.Rows; row++)
            {
                if (!table.IsSuppressed(row))
                {
                    _examined++;
                    Examine(quantity, table, row);
                }
            }
        }

        return _log.Result(Name, _examined, "published cells");
    }

    private void Examine(PublishedQuantity quantity, PublishedTable table, int row)
    {
        var count = Value(table, quantity.Count, row)?.Number;
        if (count == 0)
        {
            return;
        }

        if (quantity.Least is { } least && (IsAtZero(table, quantity.Sum, row, least) || IsAt(table, quantity, row, count, least)))
        {
            Report(quantity, row, "lowest");
        }
        else if (quantity.Most is { } most && (IsAtZero(table, quantity.Sum, row, most) || IsAt(table, quantity, row, count, most) || IsFull(table, quantity, row, count, most)))
        {
            Report(quantity, row, "highest");
        }
    }

    // Values on one side of 0 that come to 0 are all 0, however many have one.
    private static bool IsAtZero(PublishedTable table, string? sum, int row, Int128 bound) =>
        bound == 0 && Value(table, sum, row) is { } total && total.Number == 0 && total.Unit == 0;

    // n values differ from the bound by at most n · unit / 2 together; less than one unit of a value is nothing.
    private static bool IsAt(PublishedTable table, PublishedQuantity quantity, int row, Int128? count, Int128 bound)
    {
        if (Value(table, quantity.Mean, row) is not { } mean || count is not { } n)
        {
            return false;
        }

        var scale = Math.Max(mean.Scale, quantity.Decimals);
        var gap = BigInteger.Abs(Scaled(mean.Number, mean.Scale, scale) - Scaled(bound, quantity.Decimals, scale));
        return n * ((2 * gap) + Scaled(Int128.Max(mean.Unit, 1), mean.Scale, scale)) < 2 * Scaled(1, quantity.Decimals, scale);
    }

    // At most n people have a value, so a sum of n times the highest has all of them at it.
    private static bool IsFull(PublishedTable table, PublishedQuantity quantity, int row, Int128? count, Int128 most) =>
        count is { } n && most > 0 && Value(table, quantity.Sum, row) is { } sum && sum.Unit == 0
        && Scaled(sum.Number, sum.Scale, 18) == n * Scaled(most, quantity.Decimals, 18);

    private static (Int128 Number, int Scale, Int128 Unit)? Value(PublishedTable table, string? name, int row) =>
        name is not null && table.Measure(name) is var measure && measure.Values[row] is { } number
            ? (number, measure.Scale, measure.RoundingUnit)
            : null;

    private static BigInteger Scaled(Int128 number, int from, int to) => number * BigInteger.Pow(10, to - from);

    private void Report(PublishedQuantity quantity, int row, string bound)
    {
        var table = published.Tables[quantity.Table];
        _log.Add(
            AttackCodes.SingleValue,
            published.Tables,
            (quantity.Table, row),
            $"{table.Describe(row)}: everyone has the {bound} value that {quantity.Mean ?? quantity.Sum} allows.",
            [],
            []);
    }
}
