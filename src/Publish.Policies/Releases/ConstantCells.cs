namespace Publish.Policies.Releases;

/// <summary>What becomes of cells in which everyone has the same value of a measure.</summary>
public enum ConstantCells
{
    /// <summary>They are hidden: their mean tells everyone's value.</summary>
    Protected,

    /// <summary>They are published.</summary>
    Published,
}
