namespace Publish.Pipeline.Operations;

/// <summary>An upload that is there.</summary>
/// <param name="Name">Its name in private storage.</param>
/// <param name="IsNew">Whether it was sent now; false where the same file was there.</param>
public sealed record SentUpload(string Name, bool IsNew);
