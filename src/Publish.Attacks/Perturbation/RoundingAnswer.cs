using System.Numerics;

namespace Publish.Attacks.Perturbation;

/// <summary>What is known of whether a count can be another one than it is.</summary>
internal enum RoundingOutcome
{
    /// <summary>Nothing.</summary>
    Open,

    /// <summary>A table was found in which it is.</summary>
    Uncertain,

    /// <summary>There is no such table.</summary>
    Single,
}

/// <summary>What was shown of a count.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Most">Published numbers that keep it from being greater, or <see langword="null"/>.</param>
/// <param name="Least">Published numbers that keep it from being less, or <see langword="null"/>.</param>
internal sealed record RoundingAnswer(RoundingOutcome Outcome, RoundedEnd? Most, RoundedEnd? Least)
{
    /// <summary>Nothing was shown.</summary>
    public static RoundingAnswer Open { get; } = new(RoundingOutcome.Open, null, null);
}

/// <summary>A bound of a count, or of its opposite, by published numbers.</summary>
/// <param name="Numerator">The bound's numerator.</param>
/// <param name="Denominator">The bound's denominator, positive.</param>
/// <param name="Terms">How often each cell is taken, times the denominator; at its most where positive, at its least where negative.</param>
internal sealed record RoundedEnd(BigInteger Numerator, BigInteger Denominator, SortedDictionary<int, BigInteger> Terms);
