using Publish.Disclosure.Tables;

namespace Publish.Benchmarks.Suppression;

/// <summary>What the search for the cheapest pattern of one table came to.</summary>
/// <param name="Name">The table.</param>
/// <param name="Before">What is suppressed without the search.</param>
/// <param name="After">What is suppressed with it.</param>
/// <param name="Lowest">No pattern hides fewer respondents in secondary cells; <see langword="null"/> where no bound was proven.</param>
/// <param name="IsCertified">Whether every suppressed cell is proven, either way.</param>
/// <param name="Cpu">Processor time of protection with the search.</param>
internal sealed record CheapestResult(
    string Name, SuppressionSummary Before, SuppressionSummary After, double? Lowest, bool IsCertified, TimeSpan Cpu);
