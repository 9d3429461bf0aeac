namespace Publish.Policies.Releases;

/// <summary>That a table's counts are rounded.</summary>
/// <param name="Method">How.</param>
/// <param name="Base">b, at least <see cref="LeastBase"/>.</param>
/// <param name="Key">The name of the secret key that draws; for <see cref="RoundingMethod.Random"/>, and for no other.</param>
public sealed record RoundingPolicy(RoundingMethod Method, int Base, string? Key)
{
    /// <summary>The least <see cref="Base"/>: multiples of 1 are all numbers.</summary>
    public const int LeastBase = 2;

    /// <summary>The largest <see cref="Base"/>.</summary>
    public const int MostBase = 1_000_000;

    /// <summary>The greatest count that may be published as 0.</summary>
    public int MostPublishedAsZero => Method == RoundingMethod.Conventional ? (Base - 1) / 2 : Base - 1;
}
