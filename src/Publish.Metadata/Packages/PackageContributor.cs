namespace Publish.Metadata.Packages;

/// <summary>A body or team behind a data package.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Roles"><c>creator</c>, <c>publisher</c> or <c>contact</c>.</param>
/// <param name="Email">Where to write to, for contacts.</param>
public sealed record PackageContributor(string Title, IReadOnlyList<string> Roles, string? Email = null);
