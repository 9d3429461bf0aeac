namespace Publish.Attacks.Bounds;

/// <summary>What the public is told about suppressed counts.</summary>
public sealed record BoundOptions
{
    /// <summary>
    /// Whether a suppressed row says "at least one": true (the default) where absent combinations are published as
    /// absent zeros.
    /// </summary>
    public bool PresentMeansAtLeastOne { get; init; } = true;

    /// <summary>
    /// A bound every suppressed count is publicly known to be below; <see langword="null"/> (the default) where the
    /// public cannot know, as when cells are also suppressed to shield others.
    /// </summary>
    public Int128? SuppressedIsBelow { get; init; }

    /// <summary>How many equations may be looked at again, for each equation there is. By default 20.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>How many witnesses are written out. By default 100.</summary>
    public int MaximumWitnesses { get; init; } = 100;
}
