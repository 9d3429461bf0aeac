using System.Text.Json.Serialization;
using Publish.Benchmarks.Measuring;

namespace Publish.Benchmarks.Suppression;

/// <summary>What protecting one table came to.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="Primary">The primary ones.</param>
/// <param name="Secondary">The secondary ones.</param>
/// <param name="HiddenShare">The respondents of the secondary cells over those of all cells.</param>
/// <param name="IsCertified">Whether every suppressed cell is proven.</param>
/// <param name="Seconds">Protection's wall time, without the drawing of the table.</param>
internal sealed record SuppressionResult(
    int Cells, int Primary, int Secondary, double HiddenShare, bool IsCertified, double Seconds)
{
    /// <summary>What the whole process took.</summary>
    [JsonIgnore]
    public Measurement? Process { get; init; }
}
