using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Policies;
using TableMeasure = Publish.Policies.Releases.TableMeasure;

namespace Publish.Pipeline.Staging;

/// <summary>Works out the numbers of cells that are published, in units of their last published decimal.</summary>
/// <param name="plan">The table's plan.</param>
/// <param name="table">The table as protected.</param>
/// <param name="perturbed">Its counts as published, or <see langword="null"/> where they are exact.</param>
/// <param name="policy">The policy.</param>
internal sealed class MeasureValues(TablePlan plan, ProtectedTable table, PerturbedTable? perturbed, Policy policy)
{
    private readonly Dictionary<string, int[]> _margins = plan.Release.Measures
        .Where(measure => measure.Kind == MeasureKind.Share)
        .Select(measure => measure.Of!)
        .Distinct()
        .ToDictionary(key => key, key => ShareMargins.Of(plan, table, key), StringComparer.Ordinal);

    /// <summary>A measure of a cell.</summary>
    /// <param name="m">The measure, by its place in the release.</param>
    /// <param name="cell">A published cell.</param>
    /// <returns>
    /// <see langword="null"/> where there is none: the mean of nobody, a ratio to nothing, a share of what is withheld.
    /// </returns>
    /// <exception cref="StopException">The number is too long.</exception>
    public Int128? Of(int m, int cell)
    {
        var measure = plan.Release.Measures[m];
        if (measure.Kind == MeasureKind.Count)
        {
            return perturbed is null ? table.Respondents[cell] : perturbed.Counts[cell];
        }

        var (numerator, denominator, scale) = Fraction(measure, m, cell);
        Int128? value = numerator is null || denominator <= 0
            ? null
            : PublishedNumber.Quotient(numerator.Value, denominator, scale, measure.Decimals);
        return value is null || PublishedNumber.Fits(value.Value)
            ? value
            : throw new StopException(Verdict.Held, ProtectionCodes.SumTooLong, $"release {plan.Release.Name}");
    }

    // Numerator, denominator, and the decimals of their quotient; no numerator where nothing may be told.
    private (Int128? Numerator, Int128 Denominator, int Scale) Fraction(TableMeasure measure, int m, int cell)
    {
        var index = plan.MeasureOf[m];
        var scale = measure.Column is { } column ? policy.SumDecimals(column) : 0;
        return measure.Kind switch
        {
            MeasureKind.Sum => (table.Sums[index][cell], 1, scale),
            MeasureKind.Mean when policy.IsWeighted(measure.Column!) =>
                (table.Sums[index][cell], table.Weights[index][cell], policy.Column(measure.Column!)!.Decimals),
            MeasureKind.Mean => (table.Sums[index][cell], table.Contributors[index][cell], scale),
            MeasureKind.Ratio => (
                table.Sums[index][cell],
                table.Sums[plan.DenominatorOf[m]][cell],
                scale - policy.SumDecimals(measure.Denominator!)),
            MeasureKind.Share => Share(index, cell, _margins[measure.Of!][cell]),
            _ => (Quantile(measure, index, cell), 2, scale),
        };
    }

    private (Int128? Numerator, Int128 Denominator, int Scale) Share(int index, int cell, int margin) =>
        table.Status[margin] != CellStatus.Published ? (null, 0, 0)
        : index < 0 ? (100 * (Int128)table.Respondents[cell], table.Respondents[margin], 0)
        : (checked(100 * table.Sums[index][cell]), table.Sums[index][margin], 0);

    private Int128? Quantile(TableMeasure measure, int index, int cell)
    {
        var at = plan.Request.Measures[index].Quantiles.ToList().IndexOf(measure.At);
        return table.Contributors[index][cell] == 0 ? null : table.Quantiles[index][at][cell];
    }
}
