namespace Publish.Metadata.Packages;

/// <summary>A licence of a data package.</summary>
/// <param name="Name">Its identifier (SPDX); <see langword="null"/> where the policy gives an address.</param>
/// <param name="Path">Where its text is.</param>
/// <param name="Title">The title people read.</param>
public sealed record PackageLicence(string? Name, string Path, string Title);
