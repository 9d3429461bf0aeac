using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// What is noted beside an upload of who sent it: metadata <c>uploader</c>, with what is not ASCII percent-encoded
/// (RFC 3986), since that is all that metadata can hold.
/// </summary>
internal static class UploaderNote
{
    private const string Name = "uploader";

    /// <summary>The note of a name.</summary>
    /// <param name="uploader">The name, or <see langword="null"/> for no note.</param>
    /// <returns>Metadata.</returns>
    public static IReadOnlyDictionary<string, string> Of(string? uploader) => uploader is null
        ? new Dictionary<string, string>()
        : new Dictionary<string, string> { [Name] = Uri.EscapeDataString(uploader) };

    /// <summary>Who sent an upload.</summary>
    /// <param name="upload">What is known of its blob, or <see langword="null"/>.</param>
    /// <returns>The name, or <see langword="null"/> where none is noted.</returns>
    public static string? Read(BlobStat? upload) =>
        upload?.Metadata.GetValueOrDefault(Name) is { } note ? Uri.UnescapeDataString(note) : null;
}
