using System.IO.Compression;
using System.Text;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>A text as the bytes of a file of a format: encoded, and packed.</summary>
internal static class PackedFile
{
    /// <summary>Writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The format, as a policy's <c>file</c> has it.</param>
    public static byte[] Of(string text, string format)
    {
        byte[] bytes = format switch
        {
            _ when format.Contains("bom", StringComparison.Ordinal) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ when format.Contains("utf-16be", StringComparison.Ordinal) => Encoding.BigEndianUnicode.GetBytes(text),
            _ when format.Contains("utf-16le", StringComparison.Ordinal) => Encoding.Unicode.GetBytes(text),
            _ when format.Contains("utf-16", StringComparison.Ordinal) => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],

            // The letters used are the same in both code pages.
            _ when format.Contains("1252", StringComparison.Ordinal) || format.Contains("latin-1", StringComparison.Ordinal) => Encoding.Latin1.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        return format.Contains("gzip", StringComparison.Ordinal) ? Gzip(bytes)
            : format.Contains("zstd", StringComparison.Ordinal) ? Zstd(bytes)
            : bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }

    // One frame of one raw block (RFC 8878, 3.1.1): magic number, a single segment with its size in two bytes, block header.
    private static byte[] Zstd(byte[] bytes)
    {
        var size = bytes.Length - 256;
        var block = (bytes.Length << 3) | 1;
        return
        [
            0x28, 0xB5, 0x2F, 0xFD, 0x60, (byte)size, (byte)(size >> 8),
            (byte)block, (byte)(block >> 8), (byte)(block >> 16), .. bytes,
        ];
    }
}
