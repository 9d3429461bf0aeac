using System.Globalization;
using System.Text;
using Publish.Benchmarks.Suppression;

namespace Publish.Benchmarks.Reports;

/// <summary>Writes the result of the search for the cheapest pattern as Markdown.</summary>
/// <param name="machine">Where it ran.</param>
/// <param name="results">What was measured, a result a table.</param>
internal sealed class CheapestReport(Machine machine, IReadOnlyList<CheapestResult> results)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes it.</summary>
    public string Write()
    {
        Line($"""
            ## The search for the cheapest pattern

            Frequency tables of two and three hierarchical dimensions, threshold {SuppressionShape.Threshold}, drawn from seed {SuppressionShape.Seed}. *Hidden*:
            the respondents of the secondary cells, without the search and with it. *At least*: no pattern hides fewer, proven.
            CPU is that of protection with the search.

            `dotnet run -c Release --project tests/Publish.Benchmarks -- cheapest`

            {machine}

            | table | cells | primary | secondary | hidden before | hidden | at least | gap | CPU, s |
            |---|---|---|---|---|---|---|---|---|
            """);
        foreach (var result in results)
        {
            var (hidden, gap) = ((double)result.After.RespondentsHidden, result.Lowest is { } lowest ? 1 - lowest / (double)result.After.RespondentsHidden : (double?)null);
            Line($"| {result.Name} | {result.After.Cells:N0} | {result.After.Primary:N0} | {result.Before.Secondary:N0} → {result.After.Secondary:N0} | {(double)result.Before.RespondentsHidden:N0} | {hidden:N0} | {result.Lowest:N0} | {(gap is { } part ? $"{100 * Math.Max(0, part):F1} %" : "")} | {result.Cpu.TotalSeconds:F1} |");
        }

        return _text.ToString();
    }

    private void Line(FormattableString line) =>
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
