namespace Publish.Disclosure.Tables.Primary;

/// <summary>What sampling weights do to the largest contributions of a cell whose total is weighted.</summary>
public enum SamplingWeights
{
    /// <summary>
    /// Nothing: the values that respondents gave are held against the weighted total, since an intruder knows of a
    /// respondent but not that the sample has it (the default of GaussSuppression).
    /// </summary>
    OfTotal,

    /// <summary>
    /// A contribution of weight w is taken for w contributions of its value (τ-ARGUS). Meant for whole weights.
    /// </summary>
    OfContributions,
}
