using System.Globalization;
using System.Text;
using Publish.Benchmarks.Rounding;
using Publish.Benchmarks.Suppression;

namespace Publish.Benchmarks.Reports;

/// <summary>Writes the rounding benchmark's result as Markdown.</summary>
/// <param name="machine">Where it ran.</param>
/// <param name="results">What was measured, a result a shape.</param>
internal sealed class RoundingReport(Machine machine, IReadOnlyList<(SuppressionShape Shape, RoundingResult Result)> results)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes it.</summary>
    public string Write()
    {
        Line($"""
            ## Proving that rounded numbers leave small counts open

            Frequency tables, all levels and totals published, nothing suppressed, each count randomly rounded to base {RoundedEdition.Base}; counts
            and chance are drawn from seed {SuppressionShape.Seed}. *Small*: the counts from 1 to {RoundedEdition.Base - 1}, each of which must be shown to be
            able to be another, whatever all published numbers together tell. Time and CPU are of the proof; memory is of the
            whole process, the drawing of the table included. A table of which one count is not proven would be held.

            `dotnet run -c Release --project tests/Publish.Benchmarks -- rounding`

            {machine}

            | table | cells | small | not proven | time, s | CPU, s | µs CPU a cell | peak RSS, MB |
            |---|---|---|---|---|---|---|---|
            """);
        foreach (var (shape, result) in results)
        {
            Line($"| {shape.Name} | {result.Cells:N0} | {result.Small:N0} | {result.NotProven:N0} | {result.Seconds:F2} | {result.CpuSeconds:F2} | {1e6 * result.CpuSeconds / result.Cells:F1} | {result.Process!.PeakRss / 1e6:F0} |");
        }

        return _text.ToString();
    }

    private void Line(FormattableString line) =>
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
