using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>
/// Finds quantiles beyond which few lie: the median of three is the value of one of them, a percentile of a hundred that of
/// the last. At most the cell's count have a value, so the count of any table bounds from above how many lie beyond.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="table">The table whose quantiles are looked at, by index.</param>
/// <param name="threshold">t: at least so many contributions must lie on each side; at least 1.</param>
public sealed class QuantileSupportAttack(PublishedEdition published, int table, Int128 threshold) : IAttack
{
    /// <inheritdoc/>
    public string Name => "quantile-support";

    /// <inheritdoc/>
    public string Knows => "The published quantiles and counts.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var log = new WitnessLog();
        var rows = published.Tables[table];
        var examined = 0L;
        foreach (var measure in rows.Measures)
        {
            if (measure.Formula is QuantileFormula formula && CountsOf(formula) is { } counts)
            {
                for (var row = 0; row < rows.Rows; row++)
                {
                    if (measure.Values[row] is not null && counts(row) is { } count)
                    {
                        examined++;
                        Examine(measure, formula, row, count, log);
                    }
                }
            }
        }

        return log.Result(Name, examined, "published quantiles");
    }

    private void Examine(PublishedMeasure measure, QuantileFormula formula, int row, Int128 count, WitnessLog log)
    {
        var beyond = (Int128)decimal.Floor((decimal)count * Math.Min(formula.At, 1 - formula.At));
        if (beyond < threshold)
        {
            log.Add(AttackCodes.QuantileSupport, published.Tables, table, row, $"{published.Tables[table].Describe(row)}: at most {beyond} of {count} lie beyond {measure.Name}, fewer than {threshold}.");
        }
    }

    // The count of each row's cell, from whichever table publishes it.
    private Func<int, Int128?>? CountsOf(QuantileFormula formula)
    {
        var family = published.Families.FirstOrDefault(family => family.Measures.Contains(formula.Contributors.Name, StringComparer.Ordinal));
        if (family is null)
        {
            return null;
        }

        int[] members = [.. family.Tables.Append(table).Distinct().Order()];
        var edition = published.Layout(members).Cells;
        var counts = new Int128?[edition.Count];
        foreach (var other in family.Tables)
        {
            var measure = published.Tables[other].Measure(formula.Contributors.Name);
            var cells = edition.CellOfRow[Array.IndexOf(members, other)];
            for (var row = 0; row < cells.Length && measure.Noise == MeasureNoise.None; row++)
            {
                counts[cells[row]] ??= measure.Values[row];
            }
        }

        var own = edition.CellOfRow[Array.IndexOf(members, table)];
        return row => counts[own[row]];
    }
}
