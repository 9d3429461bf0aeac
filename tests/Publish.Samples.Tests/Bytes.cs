using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Publish.Samples.Tests;

/// <summary>The samples' files as tests look at them.</summary>
internal static class Bytes
{
    public const ulong Seed = 2026;

    public static byte[] Of(Sample sample, ulong seed = Seed) => Written(stream => sample.WriteUpload(stream, seed));

    public static byte[] Of(FaultyUpload upload) => Written(stream => upload.WriteUpload(stream, Seed));

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static byte[] Unpacked(byte[] gzip)
    {
        using var source = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        return Written(source.CopyTo);
    }

    /// <summary>The text as its policy says it is written, read by the platform, which throws where it is not.</summary>
    public static string Text(Sample sample)
    {
        var bytes = Of(sample);
        return sample.Dataset switch
        {
            "hospital-stays" => CodePagesEncodingProvider.Instance.GetEncoding(
                1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes),
            "apprenticeships" => new UTF8Encoding(false, true).GetString(Unpacked(bytes)),
            _ => new UTF8Encoding(false, true).GetString(bytes),
        };
    }

    /// <summary>The cells of the rows; quotes are left as they are, which no sample needs parted.</summary>
    public static IReadOnlyList<string[]> Rows(Sample sample) =>
    [
        .. Text(sample)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.TrimEnd('\r').Split(sample.Dataset == "hospital-stays" ? ';' : ',')),
    ];

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
