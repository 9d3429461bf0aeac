namespace Publish.Policies.Releases;

/// <summary>Rules that a body uses, under its name.</summary>
/// <param name="Name">The word in a policy.</param>
/// <param name="Threshold">The smallest number of respondents a published cell may have.</param>
/// <param name="Source">Where the body says so.</param>
public sealed record TablePreset(string Name, int Threshold, string Source)
{
    /// <summary>Its rules beside the threshold.</summary>
    public TableRules Rules { get; init; } = new();

    /// <summary>What published counts are rounded to, or <see langword="null"/>.</summary>
    public int? RoundingBase { get; init; }
}
