namespace Publish.Policies.Releases;

/// <summary>What sampling weights do to the largest contributions that a dominance rule looks at.</summary>
public enum WeightedContributions
{
    /// <summary>Nothing: values as given are held against the weighted total.</summary>
    Total,

    /// <summary>A contribution of weight w stands for w of its value (τ-ARGUS).</summary>
    Contributions,
}
