namespace Publish.Pipeline.Receipts;

/// <summary>What was published.</summary>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="Audience">Who can read it.</param>
/// <param name="Folder">The version's folder within the audience's place.</param>
/// <param name="Files">Its files.</param>
/// <param name="Before">True where an earlier run had published the same content under the same policy.</param>
public sealed record PublishedFacts(
    string Version, string Audience, string Folder, IReadOnlyList<PublishedFile> Files, bool Before);
