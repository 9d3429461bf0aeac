namespace Publish.Policies.Releases;

/// <summary>How counts are rounded.</summary>
public enum RoundingMethod
{
    /// <summary>Each to the nearest multiple of the base, a tie away from zero.</summary>
    Conventional,

    /// <summary>Each to one of the two multiples around it by chance, right on average.</summary>
    Random,

    /// <summary>As few inner cells as it takes, so that no count is small and totals still add up.</summary>
    SmallCount,
}
