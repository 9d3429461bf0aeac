namespace Publish.Portal.Building;

/// <summary>A version as feeds tell of it.</summary>
/// <param name="Updated">When something last happened to it.</param>
/// <param name="Entry">A digest of its entry: an archive is made again only when one of its entries changed.</param>
public sealed record SummarisedVersion(DateTimeOffset Updated, string Entry);
