namespace Publish.Pipeline.Release;

/// <summary>Whether a version that was published can be read.</summary>
internal enum HistoryState
{
    /// <summary>It is its edition's newest.</summary>
    Published,

    /// <summary>A later version of its edition replaced it; it can still be read.</summary>
    Superseded,

    /// <summary>It was taken back, and cannot be read.</summary>
    Withdrawn,
}
