namespace Publish.Attacks.Tables;

/// <summary>
/// The quantile of what respondents contribute to a sum: with n contributions in order, the one in place ⌊at · n⌋ from 0, or
/// the mean of that and the one before where at · n is whole (Hyndman and Fan, *The American Statistician* 1996, definition 2).
/// </summary>
/// <param name="At">Which quantile, above 0 and below 1.</param>
/// <param name="Sum">The sum of the contributions.</param>
/// <param name="Contributors">How many there are, at most.</param>
public sealed record QuantileFormula(decimal At, AdditiveQuantity Sum, AdditiveQuantity Contributors) : MeasureFormula
{
    /// <summary>Whether there are exactly so many contributions, since everyone has a value. By default false.</summary>
    public bool IsComplete { get; init; }

    /// <summary>What no contribution is below, in units of the sum's scale; <see langword="null"/> (the default) for no bound.</summary>
    public Int128? Least { get; init; }

    /// <summary>What no contribution is above, likewise.</summary>
    public Int128? Most { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AdditiveQuantity> Quantities => [Sum, Contributors];
}
