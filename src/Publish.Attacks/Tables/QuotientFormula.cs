namespace Publish.Attacks.Tables;

/// <summary>Factor × numerator ÷ denominator, rounded: a mean, a ratio, a share. Published only where the denominator is above 0.</summary>
/// <param name="Numerator">What is divided; taken in the row's own cell.</param>
/// <param name="Denominator">What it is divided by.</param>
public sealed record QuotientFormula(AdditiveQuantity Numerator, AdditiveQuantity Denominator) : MeasureFormula
{
    /// <summary>100 for a number in percent; 1 by default.</summary>
    public int Factor { get; init; } = 1;

    /// <summary>
    /// The key over which the denominator is summed up, as in a share of the total; <see langword="null"/> (the default) for
    /// the row's own cell.
    /// </summary>
    public string? TotalOver { get; init; }

    /// <summary>
    /// Whether the denominator may be less than the quantity named: those who have a value are at most all respondents. By
    /// default false.
    /// </summary>
    public bool IsDenominatorAtMost { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AdditiveQuantity> Quantities => [Numerator, Denominator];
}
