using System.Globalization;
using System.Text;
using Publish.Benchmarks.Suppression;

namespace Publish.Benchmarks.Reports;

/// <summary>Writes the suppression benchmark's result as Markdown.</summary>
/// <param name="machine">Where it ran.</param>
/// <param name="results">What was measured, a result a shape.</param>
internal sealed class SuppressionReport(
    Machine machine, IReadOnlyList<(SuppressionShape Shape, SuppressionResult Result)> results)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes it.</summary>
    public string Write()
    {
        Line($"""
            ## Secondary suppression, from thousands of cells to a million

            Frequency tables, all levels and totals published, threshold {SuppressionShape.Threshold}; every count drawn from seed {SuppressionShape.Seed}.
            `frequency`: geography of three levels × age of two × sex. `scattered`: four dimensions of two levels, with
            primary cells scattered over the finest ones until they are a tenth of all cells. *Proven*: each suppressed cell has
            moves that leave everything published as it is, possible as they are, and as far as the cell's interval asks.
            *Value hidden*: the respondents of the secondary cells over those of all cells. Time is that of protection alone; CPU
            and memory are of the whole process, its start and the drawing of the table included.

            `dotnet run -c Release --project tests/Publish.Benchmarks -- suppression`

            {machine}

            | table | cells | primary | secondary | value hidden | proven | time, s | µs a cell | CPU, s | peak RSS, MB | bound |
            |---|---|---|---|---|---|---|---|---|---|---|
            """);
        foreach (var (shape, result) in results)
        {
            Line($"| {shape.Name} | {result.Cells:N0} | {result.Primary:N0} | {result.Secondary:N0} | {100 * result.HiddenShare:F2} % | {(result.IsCertified ? "all" : "**not all**")} | {result.Seconds:F2} | {1e6 * result.Seconds / result.Cells:F1} | {result.Process!.Cpu.TotalSeconds:F2} | {result.Process.PeakRss / 1e6:F0} | {Verdict(shape, result)} |");
        }

        return _text.ToString();
    }

    private static string Verdict(SuppressionShape shape, SuppressionResult result) =>
        shape.MostSeconds is not { } most ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{most:F0} s and {SuppressionShape.MostRss / 1e9:F0} GB: ")
            + (result.Seconds < most && result.Process!.PeakRss < SuppressionShape.MostRss ? "met" : "**not met**");

    private void Line(FormattableString line) =>
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
