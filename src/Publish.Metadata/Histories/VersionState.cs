namespace Publish.Metadata.Histories;

/// <summary>The states of a version, as histories write them.</summary>
public static class VersionState
{
    /// <summary>The newest of its edition.</summary>
    public const string Published = "published";

    /// <summary>Corrected by a later version of its edition.</summary>
    public const string Superseded = "superseded";

    /// <summary>Taken back: a tombstone.</summary>
    public const string Withdrawn = "withdrawn";
}
