using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Publish.Attacks.Perturbation;

/// <summary>Works out a second time what a count must be rounded to.</summary>
public static class RoundingRecount
{
    /// <summary>The nearest multiple, a half going up: ⌊(2n + b) / 2b⌋ · b.</summary>
    /// <param name="count">n, at least 0.</param>
    /// <param name="roundingBase">b, at least 2.</param>
    public static Int128 Conventional(Int128 count, int roundingBase) =>
        ((2 * count) + roundingBase) / (2 * (Int128)roundingBase) * roundingBase;

    /// <summary>
    /// The multiple below or above, by a draw: HMAC-SHA-256 (FIPS 198-1) under the secret of the byte <c>c</c>, the count
    /// as 64 bits and the cell's name in UTF-8, of which the first 64 bits, as a fraction, are below r / b to go up.
    /// </summary>
    /// <param name="count">n, at least 0 and of 64 bits.</param>
    /// <param name="roundingBase">b, at least 2.</param>
    /// <param name="secret">The secret key.</param>
    /// <param name="cell">The cell's name, from <see cref="NameOf"/>.</param>
    public static Int128 Random(Int128 count, int roundingBase, ReadOnlySpan<byte> secret, string cell)
    {
        var message = new List<byte> { (byte)'c' };
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, (long)count);
        message.AddRange(number);
        message.AddRange(Encoding.UTF8.GetBytes(cell));
        var draw = BinaryPrimitives.ReadUInt64LittleEndian(HMACSHA256.HashData(secret, message.ToArray()));
        var rest = (BigInteger)(count % roundingBase);
        var below = count - (count % roundingBase);
        return draw * (BigInteger)roundingBase < rest * BigInteger.Pow(2, 64) ? below + roundingBase : below;
    }

    /// <summary>A cell's name: key, level and label of each key that is not summed away, by key, each text after its length and a colon.</summary>
    /// <param name="parts">The parts, in any order; of each key its finest level shown.</param>
    public static string NameOf(IEnumerable<(string Key, string Level, string Label)> parts) =>
        string.Concat(parts
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .SelectMany(part => new[] { part.Key, part.Level, part.Label })
            .Select(text => FormattableString.Invariant($"{text.Length}:{text}")));
}
