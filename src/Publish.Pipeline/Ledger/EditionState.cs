namespace Publish.Pipeline.Ledger;

/// <summary>How far an edition's publication is.</summary>
internal enum EditionState
{
    /// <summary>Claimed: the version may be partly in place. The same upload and policy may finish it, no other.</summary>
    Publishing,

    /// <summary>The version and its pointers are in place.</summary>
    Published,

    /// <summary>A person took the version back. No upload may take its place.</summary>
    Withdrawn,
}
