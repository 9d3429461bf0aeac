using System.Text;

namespace Publish.Samples.Writing;

/// <summary>How a synthetic file is written.</summary>
/// <param name="Encoding">How characters are stored.</param>
/// <param name="Delimiter">What parts cells.</param>
/// <param name="LineEnd">What ends records.</param>
/// <param name="IsGzip">Whether the file is a gzip file.</param>
internal sealed record UploadFormat(Encoding Encoding, char Delimiter, string LineEnd, bool IsGzip)
{
    /// <summary>What RFC 4180 and the Open Standards Board ask for.</summary>
    public static readonly UploadFormat Plain = new(new UTF8Encoding(false, true), ',', "\n", false);

    /// <summary>The same, compressed.</summary>
    public static readonly UploadFormat Compressed = Plain with { IsGzip = true };

    /// <summary>What a spreadsheet saves as CSV on a Windows machine set to a comma for decimals.</summary>
    public static readonly UploadFormat Spreadsheet = new(Windows1252(), ';', "\r\n", false);

    private static Encoding Windows1252() =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
