namespace Publish.Pipeline.Validation;

/// <summary>
/// The most bytes an upload may become when it is unpacked. A packed file of a few bytes can claim to be many terabytes (a
/// "decompression bomb", CWE-409): reading it would take days, though never memory.
/// </summary>
internal static class UnpackingLimit
{
    /// <summary>What any packed file may become: a gibibyte is read in seconds.</summary>
    public const long Always = 1L << 30;

    /// <summary>How many times its own size a larger one may become. Tables of text become 5 to 30 times as large.</summary>
    public const long Times = 200;

    /// <summary>The limit of an upload.</summary>
    /// <param name="format">What the policy declares, its own limit among it.</param>
    /// <param name="length">Bytes of the upload as sent.</param>
    /// <returns>The policy's limit, or what is reasonable for a packed file of that length where that is less.</returns>
    public static long Of(FileFormat format, long length) =>
        format.Kind == FileKind.Csv && format.Compression == FileCompression.None
            ? format.MaximumBytes
            : Math.Min(format.MaximumBytes, Math.Max(Always, length > long.MaxValue / Times ? long.MaxValue : length * Times));
}
