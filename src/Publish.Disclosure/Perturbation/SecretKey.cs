using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// A secret that perturbation draws its chances from. The same key, respondent and cell always give the same draw, and
/// without the key no draw can be told from chance: HMAC-SHA-256 (FIPS 198-1), what is drawn for kept apart by a prefix.
/// </summary>
public sealed class SecretKey
{
    /// <summary>The fewest bytes a key has: as many as the hash, 256 bits.</summary>
    public const int LeastBytes = 32;

    private readonly byte[] _bytes;

    /// <summary>Takes a key.</summary>
    /// <param name="bytes">Random bytes, at least <see cref="LeastBytes"/>.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public SecretKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LeastBytes)
        {
            throw new ArgumentException("A secret key has at least 32 bytes.", nameof(bytes));
        }

        _bytes = bytes.ToArray();
    }

    /// <summary>The record key of a respondent, the same in every table and edition (Fraser and Wooton 2005).</summary>
    /// <param name="respondent">The respondent as it is kept: a number, or the digest of a text.</param>
    /// <returns>A uniform number of 64 bits.</returns>
    public ulong RecordKey(Int128 respondent)
    {
        Span<byte> message = stackalloc byte[17];
        message[0] = (byte)'r';
        BinaryPrimitives.WriteInt128LittleEndian(message[1..], respondent);
        return Hash(message);
    }

    /// <summary>The draw of a cell with its count: another count of the same cell is drawn for anew, so that editions tell nothing of the chance.</summary>
    /// <param name="cell">The cell's place, the same in every table that has it.</param>
    /// <param name="count">The cell's count.</param>
    /// <returns>A uniform number of 64 bits.</returns>
    public ulong Draw(string cell, long count)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var message = new byte[9 + Encoding.UTF8.GetByteCount(cell)];
        message[0] = (byte)'c';
        BinaryPrimitives.WriteInt64LittleEndian(message.AsSpan(1), count);
        Encoding.UTF8.GetBytes(cell, message.AsSpan(9));
        return Hash(message);
    }

    private ulong Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_bytes, message, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
