using Publish.Pipeline.Corrections;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// What its sender notes beside an upload, in metadata: <c>uploader</c> and <c>corrects</c>, with what is not ASCII
/// percent-encoded (RFC 3986), since that is all that metadata can hold.
/// </summary>
/// <param name="Uploader">Who sent it, or <see langword="null"/>.</param>
/// <param name="CorrectionReason">Why it corrects a published version of its edition; <see langword="null"/> where it corrects none.</param>
public sealed record UploadNote(string? Uploader = null, string? CorrectionReason = null)
{
    private const string UploaderName = "uploader";
    private const string CorrectsName = "corrects";

    /// <summary>The note as metadata.</summary>
    internal IReadOnlyDictionary<string, string> Metadata => new[] { (Name: UploaderName, Text: Uploader), (Name: CorrectsName, Text: CorrectionReason) }
        .Where(note => note.Text is not null)
        .ToDictionary(note => note.Name, note => Uri.EscapeDataString(note.Text!), StringComparer.Ordinal);

    /// <summary>Reads the note beside an upload. A reason that could not be published as it is, is none.</summary>
    /// <param name="upload">What is known of its blob, or <see langword="null"/>.</param>
    /// <returns>The note.</returns>
    internal static UploadNote Of(BlobStat? upload)
    {
        var reason = Text(upload, CorrectsName);
        return new UploadNote(Text(upload, UploaderName), reason is not null && Correction.IsReason(reason) ? reason.Trim() : null);
    }

    private static string? Text(BlobStat? upload, string name) =>
        upload?.Metadata.GetValueOrDefault(name) is { } note ? Uri.UnescapeDataString(note) : null;
}
