namespace Publish.Attacks.Tables;

/// <summary>How a derived number is made, as everyone can read in the description of its column.</summary>
public abstract record MeasureFormula
{
    /// <summary>The quantities it is made of.</summary>
    public abstract IEnumerable<AdditiveQuantity> Quantities { get; }
}
