namespace Publish.Disclosure.Records;

/// <summary>
/// k-anonymity: every published class has at least k distinct respondents, so that nobody's record can be told from
/// those of k − 1 others by the key variables.
/// </summary>
/// <remarks>L. Sweeney, "k-anonymity: a model for protecting privacy", 2002. Monotone.</remarks>
public sealed record KAnonymity : PrivacyModel
{
    /// <summary>Creates the model.</summary>
    /// <param name="k">The smallest number of respondents in a class, at least 1.</param>
    public KAnonymity(long k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        K = k;
    }

    /// <summary>The smallest number of respondents in a class.</summary>
    public long K { get; }

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override PrivacyModel Consequence => this;

    /// <inheritdoc/>
    public override bool Holds(long respondents, ReadOnlySpan<long> histogram) => respondents >= K;
}
