namespace Publish.Attacks.Perturbation;

/// <summary>What everyone knows of a count that is rounded by itself.</summary>
/// <param name="Base">b; the counts from 1 to b − 1 are small.</param>
/// <param name="Below">How far a true count may be below its rounded number.</param>
/// <param name="Above">How far a true count may be above its rounded number.</param>
public sealed record RoundingReach(Int128 Base, Int128 Below, Int128 Above)
{
    /// <summary>The nearest multiple, a half going up: the count lies in [r − ⌊b / 2⌋, r + ⌊(b − 1) / 2⌋].</summary>
    /// <param name="roundingBase">b, at least 2.</param>
    public static RoundingReach Conventional(int roundingBase) => new(roundingBase, roundingBase / 2, (roundingBase - 1) / 2);

    /// <summary>One of the two multiples around it: the count lies in [r − b + 1, r + b − 1].</summary>
    /// <param name="roundingBase">b, at least 2.</param>
    public static RoundingReach Random(int roundingBase) => new(roundingBase, roundingBase - 1, roundingBase - 1);
}
