using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Publish.Policies;

/// <summary>
/// Identifies what a policy says: SHA-256 over its file and every file its hierarchies are read from. Any changed byte
/// changes it, comments too. It is not for the public, who could guess at policies with it.
/// </summary>
public static class PolicyDigest
{
    /// <summary>
    /// Computes the digest: SHA-256 of the policy's bytes, then, in ordinal order of the names, each file's name (UTF-8)
    /// and bytes; each of them preceded by its length as 8 bytes, least significant first, so that no two sets of files
    /// run together.
    /// </summary>
    /// <param name="policy">The bytes of the policy's file.</param>
    /// <param name="files">The bytes of every file of <see cref="Policy.Files"/>, by name.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(ReadOnlySpan<byte> policy, IReadOnlyDictionary<string, byte[]> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, policy);
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Append(digest, Encoding.UTF8.GetBytes(name));
            Append(digest, content);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static void Append(IncrementalHash digest, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
        digest.AppendData(length);
        digest.AppendData(part);
    }
}
