using Publish.Codes;

namespace Publish.Policies.Hierarchies;

/// <summary>What can be wrong with what a policy says about hierarchies and their levels.</summary>
[Codes]
public static class HierarchyCodes
{
    /// <summary>A hierarchy of a column that is no key.</summary>
    public static readonly Code Column = new(
        "policy-hierarchy-column", "Only key columns have hierarchies.", "Give the column role: key, or remove the hierarchy.");

    /// <summary>A hierarchy that does not suit the column's type.</summary>
    public static readonly Code Type = new(
        "policy-hierarchy-type", "This kind of hierarchy does not suit the column's type.", "Choose a kind that suits the type.");

    /// <summary>Levels or bounds in the wrong order.</summary>
    public static readonly Code Order = new(
        "policy-hierarchy-order", "The levels of a hierarchy must nest, fine to coarse.", "Put them in order, each joining what the one before parts.");

    /// <summary>A number that the column cannot have.</summary>
    public static readonly Code Number = new(
        "policy-hierarchy-number",
        "The number has more decimals than the column, or leaves 64 bits.",
        "Round it to the column's decimals.");

    /// <summary>A level's name that is taken.</summary>
    public static readonly Code LevelName = new(
        "policy-level-name",
        "The level's name is taken: by the column itself, by the level all, or by another level of this hierarchy.",
        "Choose another name.");

    /// <summary>A level that the key does not have.</summary>
    public static readonly Code UnknownLevel = new(
        "policy-unknown-level", "The key has no such level.", "Name one of its levels: its own name as collected, its hierarchy's, or all.");

    /// <summary>Levels asked for in the wrong order.</summary>
    public static readonly Code LevelOrder = new(
        "policy-level-order", "Levels are listed fine to coarse.", "Put the finer level first.");
}
