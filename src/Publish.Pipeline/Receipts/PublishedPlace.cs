namespace Publish.Pipeline.Receipts;

/// <summary>Where an audience reads a version.</summary>
/// <param name="Audience">Who can read it: <c>public</c>, <c>partners</c> or <c>agencies</c>.</param>
/// <param name="Folder">The version's folder within the audience's place.</param>
/// <param name="Releases">The names of the releases that are for this audience.</param>
/// <param name="Files">The files.</param>
public sealed record PublishedPlace(
    string Audience, string Folder, IReadOnlyList<string> Releases, IReadOnlyList<PublishedFile> Files);
