using System.Numerics;
using Publish.Attacks.Editions;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>The published quantiles and counts of one column by cell, from whichever tables publish them.</summary>
internal sealed class PublishedQuantiles
{
    private readonly List<(QuantileFormula, BigInteger, BigInteger)>?[] _quantiles;
    private readonly CellNumbers _counts;
    private readonly int _digits;

    private PublishedQuantiles(PublishedEdition published, QuantileFormula column, int digits)
    {
        (_counts, _digits) = (CellNumbers.Of(published, column.Contributors.Name), digits);
        var edition = published.Layout().Cells;
        _quantiles = new List<(QuantileFormula, BigInteger, BigInteger)>?[edition.Count];
        foreach (var (table, index) in edition.Tables.Select((table, index) => (table, index)))
        {
            foreach (var measure in table.Measures)
            {
                for (var row = 0; row < table.Rows && measure.Formula is QuantileFormula formula && formula.Sum.Name == column.Sum.Name; row++)
                {
                    if (measure.Values[row] is { } value)
                    {
                        var (middle, half) = (Halves(value, measure.Scale), Halves(Int128.Max(1, measure.RoundingUnit), measure.Scale) / 2);
                        (_quantiles[edition.CellOfRow[index][row]] ??= []).Add((formula, middle - half, middle + half));
                    }
                }
            }
        }
    }

    /// <summary>Gathers the quantiles of a column.</summary>
    /// <param name="published">The tables.</param>
    /// <param name="column">One of its quantiles.</param>
    public static PublishedQuantiles Of(PublishedEdition published, QuantileFormula column) => new(
        published, column, published.Tables.SelectMany(table => table.Measures).Select(measure => measure.Scale).Append(column.Sum.Scale).Max());

    /// <summary>What is known of the values of a cell; <see langword="null"/> where no quantile or no count is published.</summary>
    /// <param name="cell">The cell.</param>
    public QuantileRanks? Of(int cell) =>
        _quantiles[cell] is { } own && _counts.Of(cell) is { } count && count > 0 ? new QuantileRanks(count, own) : null;

    /// <summary>Whether everyone knows that no value is above a bound.</summary>
    public bool IsAtMost(QuantileFormula formula, BigInteger bound) => formula.Most is { } most && bound >= Halves(most, formula.Sum.Scale);

    /// <summary>Whether everyone knows that no value is below a bound.</summary>
    public bool IsAtLeast(QuantileFormula formula, BigInteger bound) => formula.Least is { } least && bound <= Halves(least, formula.Sum.Scale);

    // In half units of the finest decimals there are.
    private BigInteger Halves(Int128 number, int scale) => 2 * (BigInteger)number * BigInteger.Pow(10, _digits - scale);
}
