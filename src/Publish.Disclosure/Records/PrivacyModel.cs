namespace Publish.Disclosure.Records;

/// <summary>
/// What a published class must satisfy. A class that does not is suppressed whole. Several models are combined by
/// demanding all of them of each class.
/// </summary>
/// <remarks>
/// <para>Respondents are counted, never rows: f is the number of distinct respondents of the class, and a histogram
/// holds the distinct respondents of each sensitive value in the class. A respondent with two sensitive values in one
/// class counts for both.</para>
/// <para>A model is monotone when a class made by joining classes that satisfy it with any others satisfies it too.
/// Then the suppressed rows never grow up the lattice, and the verdict on one node settles all nodes above or below it.
/// Where a model is not, <see cref="Consequence"/> names a monotone model that it implies.</para>
/// </remarks>
public abstract record PrivacyModel
{
    private protected PrivacyModel()
    {
    }

    /// <summary>The column of the class table that holds the sensitive value, or <see langword="null"/> when none is judged.</summary>
    public virtual int? SensitiveColumn => null;

    /// <summary>
    /// True when joining a class that satisfies the model with any other class cannot break it. The others are kept at
    /// least by joining classes that all satisfy them, as long as no respondent is in two.
    /// </summary>
    public abstract bool IsMonotone { get; }

    /// <summary>A monotone model that every class satisfying this one satisfies as well; the model itself when it is monotone.</summary>
    public abstract PrivacyModel Consequence { get; }

    /// <summary>Judges one class.</summary>
    /// <param name="respondents">Distinct respondents of the class.</param>
    /// <param name="histogram">
    /// Distinct respondents of each sensitive value met in the class, in no order, all at least 0; empty where
    /// <see cref="SensitiveColumn"/> is <see langword="null"/>.
    /// </param>
    /// <returns>True when the class may be published.</returns>
    public abstract bool Holds(long respondents, ReadOnlySpan<long> histogram);
}
