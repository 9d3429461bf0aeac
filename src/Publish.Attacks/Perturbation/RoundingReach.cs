namespace Publish.Attacks.Perturbation;

/// <summary>What everyone knows of a count that is rounded by itself.</summary>
/// <param name="Base">b; the counts from 1 to b − 1 are small.</param>
/// <param name="Below">How far a true count may be below its rounded number.</param>
/// <param name="Above">How far a true count may be above its rounded number.</param>
public sealed record RoundingReach(Int128 Base, Int128 Below, Int128 Above)
{
    /// <summary>Whether the count 0 stays 0, so that somebody is where a number above 0 is. False (the default) says nothing of 0.</summary>
    public bool StaysZero { get; init; }

    /// <summary>The least that the true count of a published number can be.</summary>
    /// <param name="published">The number.</param>
    public Int128 Least(Int128 published) => Int128.Max(StaysZero && published > 0 ? 1 : 0, published - Below);

    /// <summary>The nearest multiple, a half going up: the count lies in [r − ⌊b / 2⌋, r + ⌊(b − 1) / 2⌋].</summary>
    /// <param name="roundingBase">b, at least 2.</param>
    public static RoundingReach Conventional(int roundingBase) => new(roundingBase, roundingBase / 2, (roundingBase - 1) / 2);

    /// <summary>One of the two multiples around it: the count lies in [r − b + 1, r + b − 1].</summary>
    /// <param name="roundingBase">b, at least 2.</param>
    public static RoundingReach Random(int roundingBase) => new(roundingBase, roundingBase - 1, roundingBase - 1);
}
