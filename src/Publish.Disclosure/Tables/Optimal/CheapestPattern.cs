namespace Publish.Disclosure.Tables.Optimal;

/// <summary>What the search for the cheapest safe pattern found.</summary>
/// <param name="IsSuppressed">For each cell, whether it is suppressed.</param>
/// <param name="Shields">For each cell suppressed to shield others, one that it shields; −1 for all others.</param>
/// <param name="Cost">What the pattern costs.</param>
/// <param name="LowestCost">No safe pattern costs less than this, proven beyond rounding; <see langword="null"/> where nothing is known of that.</param>
internal sealed record CheapestPattern(bool[] IsSuppressed, int[] Shields, double Cost, double? LowestCost);
