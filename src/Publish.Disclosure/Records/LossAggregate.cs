namespace Publish.Disclosure.Records;

/// <summary>How the losses vᵢ of n keys, with weights wᵢ divided by the largest weight, become one.</summary>
public enum LossAggregate
{
    /// <summary>Σ wᵢ vᵢ.</summary>
    Sum,

    /// <summary>Σ wᵢ vᵢ / n.</summary>
    ArithmeticMean,

    /// <summary>Π (1 + wᵢ vᵢ)^(1/n) − 1.</summary>
    GeometricMean,

    /// <summary>The largest wᵢ vᵢ.</summary>
    Maximum,
}
