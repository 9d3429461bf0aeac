namespace Publish.Disclosure.Records;

/// <summary>
/// Entropy ℓ-diversity: in every published class the entropy of the sensitive value is at least ln ℓ, and at least ℓ
/// values are met.
/// </summary>
/// <remarks>
/// Machanavajjhala 2007. Not monotone while classes may be suppressed: joining a class that satisfies it to one that
/// does not can fail. An entropy short of ln ℓ by less than 1e-12 counts as met, so that ℓ equally frequent values
/// never fail by rounding.
/// </remarks>
public sealed record EntropyDiversity : PrivacyModel
{
    private const double Rounding = 1e-12;
    private readonly double _leastEntropy;

    /// <summary>Creates the model.</summary>
    /// <param name="sensitiveColumn">The column of the class table with the sensitive value.</param>
    /// <param name="effectiveValues">ℓ, at least 1; need not be whole.</param>
    public EntropyDiversity(int sensitiveColumn, double effectiveValues)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sensitiveColumn);
        if (!(effectiveValues >= 1 && effectiveValues <= int.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(effectiveValues), "ℓ is at least 1 and finite.");
        }

        SensitiveColumn = sensitiveColumn;
        EffectiveValues = effectiveValues;
        _leastEntropy = Math.Log(effectiveValues) - Rounding;
        Consequence = new DistinctDiversity(sensitiveColumn, (int)Math.Ceiling(effectiveValues));
    }

    /// <inheritdoc/>
    public override int? SensitiveColumn { get; }

    /// <summary>ℓ.</summary>
    public double EffectiveValues { get; }

    /// <inheritdoc/>
    public override bool IsMonotone => false;

    /// <summary>Distinct diversity of ⌈ℓ⌉ values: fewer cannot reach the entropy.</summary>
    public override PrivacyModel Consequence { get; }

    /// <inheritdoc/>
    public override bool Holds(long respondents, ReadOnlySpan<long> histogram) =>
        Consequence.Holds(respondents, histogram) && Histograms.Entropy(histogram) >= _leastEntropy;
}
