namespace Publish.Disclosure.Records;

/// <summary>
/// Recursive (c, ℓ)-diversity: in every published class the most frequent sensitive value stays below c times all from
/// the ℓ-th most frequent on: r₁ &lt; c (r_ℓ + … + r_m).
/// </summary>
/// <remarks>Machanavajjhala 2007. Not monotone while classes may be suppressed.</remarks>
public sealed record RecursiveDiversity : PrivacyModel
{
    /// <summary>Creates the model.</summary>
    /// <param name="sensitiveColumn">The column of the class table with the sensitive value.</param>
    /// <param name="factor">c, above 0.</param>
    /// <param name="values">ℓ, at least 1.</param>
    public RecursiveDiversity(int sensitiveColumn, double factor, int values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sensitiveColumn);
        ArgumentOutOfRangeException.ThrowIfLessThan(values, 1);
        if (!(factor > 0 && double.IsFinite(factor)))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), "c is above 0 and finite.");
        }

        SensitiveColumn = sensitiveColumn;
        Factor = factor;
        Values = values;
        Consequence = new DistinctDiversity(sensitiveColumn, values);
    }

    /// <inheritdoc/>
    public override int? SensitiveColumn { get; }

    /// <summary>c.</summary>
    public double Factor { get; }

    /// <summary>ℓ.</summary>
    public int Values { get; }

    /// <inheritdoc/>
    public override bool IsMonotone => false;

    /// <summary>Distinct diversity of ℓ values: with fewer there is no ℓ-th.</summary>
    public override PrivacyModel Consequence { get; }

    /// <inheritdoc/>
    public override bool Holds(long respondents, ReadOnlySpan<long> histogram) =>
        Consequence.Holds(respondents, histogram) && Histograms.TopToTail(histogram, Values) < Factor;
}
