using System.Text.Json.Serialization;
using Publish.Benchmarks.Measuring;

namespace Publish.Benchmarks.Rounding;

/// <summary>What proving one rounded table came to.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="Small">Counts from 1 to the base − 1.</param>
/// <param name="NotProven">How many of these are not shown to be open.</param>
/// <param name="Seconds">The proof's wall time, without the drawing of the table.</param>
/// <param name="CpuSeconds">Its processor time.</param>
internal sealed record RoundingResult(int Cells, long Small, long NotProven, double Seconds, double CpuSeconds)
{
    /// <summary>What the whole process took.</summary>
    [JsonIgnore]
    public Measurement? Process { get; init; }
}
