namespace Publish.Policies.Releases;

/// <summary>What becomes of cells that nobody is in.</summary>
public enum ZeroCells
{
    /// <summary>They are published: everyone may know that nobody is there.</summary>
    Published,

    /// <summary>They are suppressed as other small cells are.</summary>
    Protected,
}
