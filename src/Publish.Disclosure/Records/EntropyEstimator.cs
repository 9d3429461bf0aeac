namespace Publish.Disclosure.Records;

/// <summary>How the entropy of a class's sensitive values is estimated from their counts.</summary>
public enum EntropyEstimator
{
    /// <summary>−Σ p ln p of the observed shares (Machanavajjhala 2007).</summary>
    Shannon,

    /// <summary>Grassberger's estimate, corrected for small counts: it accepts more small classes than Shannon's.</summary>
    Grassberger,
}
