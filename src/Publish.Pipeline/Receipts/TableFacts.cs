namespace Publish.Pipeline.Receipts;

/// <summary>What protection did to a table, in numbers.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Cells">Cells that are not empty, suppressed ones among them.</param>
/// <param name="BelowThreshold">Cells suppressed because too few respondents are in them.</param>
/// <param name="Shields">Cells suppressed so that those cannot be calculated from the rest.</param>
/// <param name="Threshold">The smallest number of respondents a published cell may have.</param>
public sealed record TableFacts(string Release, long Cells, long BelowThreshold, long Shields, long Threshold);
