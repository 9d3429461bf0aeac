namespace Publish.Disclosure.Hierarchies;

/// <summary>One level of a key's hierarchy.</summary>
/// <param name="Name">The level's name, as the policy gives it; the column of a published file is named after it.</param>
/// <param name="CategoryOf">The category of this level for each category as collected.</param>
/// <param name="Labels">The label of each category of this level; no two are equal.</param>
public sealed record HierarchyLevel(string Name, int[] CategoryOf, string[] Labels)
{
    /// <summary>
    /// How many values of the key's domain each category covers, where the domain is declared and not all of it need
    /// occur; <see langword="null"/>, the default, where the domain is the values as collected.
    /// </summary>
    public int[]? DomainValues { get; init; }

    /// <summary>The number of categories.</summary>
    public int CategoryCount => Labels.Length;
}
