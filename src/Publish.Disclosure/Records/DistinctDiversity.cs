namespace Publish.Disclosure.Records;

/// <summary>Distinct ℓ-diversity: every published class has at least ℓ different sensitive values, each of some respondent.</summary>
/// <remarks>A. Machanavajjhala et al., "ℓ-diversity: privacy beyond k-anonymity", 2007. Monotone.</remarks>
public sealed record DistinctDiversity : PrivacyModel
{
    /// <summary>Creates the model.</summary>
    /// <param name="sensitiveColumn">The column of the class table with the sensitive value.</param>
    /// <param name="values">ℓ, the smallest number of different values, at least 1.</param>
    public DistinctDiversity(int sensitiveColumn, int values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sensitiveColumn);
        ArgumentOutOfRangeException.ThrowIfLessThan(values, 1);
        SensitiveColumn = sensitiveColumn;
        Values = values;
    }

    /// <inheritdoc/>
    public override int? SensitiveColumn { get; }

    /// <summary>ℓ, the smallest number of different values.</summary>
    public int Values { get; }

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override PrivacyModel Consequence => this;

    /// <inheritdoc/>
    public override bool Holds(long respondents, ReadOnlySpan<long> histogram) =>
        Histograms.DistinctValues(histogram) >= Values;
}
