namespace Publish.Disclosure.Tables.Optimal;

/// <summary>What the search may do with a cell.</summary>
internal enum CellChoice
{
    /// <summary>Publish it or suppress it.</summary>
    Open,

    /// <summary>It is suppressed whatever is found.</summary>
    Suppressed,

    /// <summary>It costs nothing, so it is suppressed until the pattern is found, and then published if that needs it not.</summary>
    Free,

    /// <summary>It is published whatever is found.</summary>
    Published,
}
