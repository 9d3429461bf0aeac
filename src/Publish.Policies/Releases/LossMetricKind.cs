namespace Publish.Policies.Releases;

/// <summary>What makes one choice of levels better than another.</summary>
public enum LossMetricKind
{
    /// <summary>The share of each key's domain that a published value covers (Iyengar 2002).</summary>
    Loss,

    /// <summary>Non-uniform entropy (De Waal and Willenborg 1999).</summary>
    Entropy,

    /// <summary>Discernibility: the sum of the classes' squared sizes (Bayardo and Agrawal 2005).</summary>
    Discernibility,

    /// <summary>Average class size (LeFevre 2006).</summary>
    ClassSize,

    /// <summary>Precision: the mean share of the hierarchies' heights climbed (Sweeney 2002).</summary>
    Precision,

    /// <summary>The sum of the levels.</summary>
    Height,
}
