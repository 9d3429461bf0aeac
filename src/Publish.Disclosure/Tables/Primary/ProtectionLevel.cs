namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// How far below and above a cell's true value an intruder's interval must reach (Handbook, ch. 4: lower and upper
/// protection level).
/// </summary>
/// <param name="Lower">At least 0.</param>
/// <param name="Upper">At least 0.</param>
public readonly record struct ProtectionLevel(Int128 Lower, Int128 Upper)
{
    /// <summary>Nothing is asked beyond that the cell cannot be calculated.</summary>
    public static ProtectionLevel None => default;

    /// <summary>
    /// The same distance on both sides, as far as a value that is not negative can be lower (Handbook, ch. 4, recommends
    /// symmetry where the rule itself gives only the upper level).
    /// </summary>
    /// <param name="distance">The distance; below 0 it asks for nothing.</param>
    /// <param name="value">The cell's value, at least 0.</param>
    public static ProtectionLevel Symmetric(Int128 distance, Int128 value) =>
        distance <= 0 ? None : new(Int128.Min(distance, value), distance);

    /// <summary>The wider on each side.</summary>
    /// <param name="other">Another level.</param>
    public ProtectionLevel Or(ProtectionLevel other) =>
        new(Int128.Max(Lower, other.Lower), Int128.Max(Upper, other.Upper));
}
