using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// Replaces digests of people, holdings and unique values by pseudonyms: AES-128 (FIPS 197) of the digest under a secret
/// of the upload, cut to 120 bits. Equal digests have equal pseudonyms within an upload; without the secret they tell
/// nothing, and nothing joins those of two uploads. Two that met by chance (n² / 2^121 for n) would count as one, which
/// hides more, never less. For one thread.
/// </summary>
internal sealed class Pseudonyms : IDisposable
{
    /// <summary>Bytes of a secret.</summary>
    public const int SecretBytes = 16;

    /// <summary>How pseudonyms are written: Parquet has no integers of 128 bits.</summary>
    public const string SqlType = "DECIMAL(38,0)";

    // 38 digits hold 2^126.
    private static readonly Int128 Kept = ((Int128)1 << 120) - 1;
    private readonly Aes _aes = Aes.Create();
    private Int128[] _buffer = [];

    /// <summary>Creates pseudonyms under a secret.</summary>
    /// <param name="secret">128 random bits.</param>
    public Pseudonyms(byte[] secret) => _aes.Key = secret;

    /// <summary>Replaces digests in place.</summary>
    /// <param name="digests">Digests; pseudonyms, at least 0, when this returns.</param>
    public void Replace(Span<Int128> digests)
    {
        if (_buffer.Length < digests.Length)
        {
            _buffer = new Int128[digests.Length];
        }

        // Each digest is one block, and equal blocks have to have equal ciphers: that is what ECB does.
        _aes.EncryptEcb(MemoryMarshal.AsBytes(digests), MemoryMarshal.AsBytes(_buffer.AsSpan()), PaddingMode.None);
        for (var i = 0; i < digests.Length; i++)
        {
            digests[i] = _buffer[i] & Kept;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _aes.Dispose();
}
