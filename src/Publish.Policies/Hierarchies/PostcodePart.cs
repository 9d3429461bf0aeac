namespace Publish.Policies.Hierarchies;

/// <summary>A part of a UK postcode, in ascending size; the unit (<c>SW1A 2AA</c>) is as collected.</summary>
public enum PostcodePart
{
    /// <summary><c>SW1A 2</c>.</summary>
    Sector,

    /// <summary><c>SW1A</c>.</summary>
    District,

    /// <summary><c>SW</c>.</summary>
    Area,
}
