using System.Numerics;
using Publish.Codes;

namespace Publish.Attacks.Results;

/// <summary>
/// The evidence of one broken promise. <see cref="Text"/> names cells by their labels, which are texts of the upload: it
/// belongs in nothing but a report about files that are published already.
/// </summary>
/// <param name="Code">What kind of evidence this is.</param>
/// <param name="Place">The release, and the row of its file where there is one, from 1 (<c>by-district, row 17</c>). Holds no label.</param>
/// <param name="Text">The evidence in one sentence: the cells and the arithmetic.</param>
public sealed record Witness(Code Code, string Place, string Text)
{
    /// <summary>Index of the attacked cell's table, or −1 where the witness is not about one cell.</summary>
    public int Table { get; init; } = -1;

    /// <summary>Row of the attacked cell in its table, from 0, or −1.</summary>
    public int Row { get; init; } = -1;

    /// <summary>The published cells that give the secret away; empty where no arithmetic is needed.</summary>
    public IReadOnlyList<WitnessTerm> Terms { get; init; } = [];

    /// <summary>What the sum of the terms is divided by; positive, nearly always 1.</summary>
    public BigInteger Denominator { get; init; } = BigInteger.One;

    /// <summary>The values obtained, one for each measure that could be computed.</summary>
    public IReadOnlyList<WitnessValue> Values { get; init; } = [];
}
