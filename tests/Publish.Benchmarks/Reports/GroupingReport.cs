using System.Globalization;
using System.Text;
using Publish.Benchmarks.Claims;
using Publish.Benchmarks.Grouping;
using Publish.Benchmarks.Measuring;

namespace Publish.Benchmarks.Reports;

/// <summary>Writes the grouping benchmark's result as Markdown.</summary>
/// <param name="machine">Where it ran.</param>
/// <param name="results">What was measured, a result a variant.</param>
internal sealed class GroupingReport(Machine machine, IReadOnlyList<GroupingResult> results)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes it.</summary>
    public string Write()
    {
        Line($"""
            ## One table of four dimensions

            `publish run` (strict reading, protection, audit, release) beside DuckDB's unprotected `COPY (SELECT keys, count(*),
            sum(x) FROM read_csv(…) GROUP BY keys)` to Parquet and CSV on the same file: explicit schema, {UnprotectedCommand.Threads} threads, grouped
            once and copied twice; `count(DISTINCT respondent)` where a column names the respondents. Each side is a process of its own, from its start to its end; the sides take turns after
            one run each to warm up. Least / median / most of {results[0].Publish.Measurements.Count} runs.

            `dotnet run -c Release --project tests/Publish.Benchmarks -- grouping`

            {machine}
            """);
        foreach (var result in results)
        {
            WriteResult(result);
        }

        return _text.ToString();
    }

    private void WriteResult(GroupingResult result)
    {
        var agreement = result.Agreement;
        Line($"""

            ### {(result.Variant == ClaimsVariant.Row ? "Each row a respondent" : "A column names the respondents")}

            {result.Rows:N0} rows, {ClaimsShape.Columns(result.Variant).Count} columns, {result.Claims.Bytes / 1e6:F0} MB (SHA-256 `{result.Claims.Sha256}`).
            DuckDB found {agreement.Unprotected:N0} cells, {agreement.Small:N0} of them below {ClaimsPolicy.Threshold}. Published: {agreement.Cells:N0} cells with totals, {agreement.Suppressed:N0}
            of them suppressed; {Verdict(agreement)}.

            | | wall, s | CPU, s | peak RSS, MB |
            |---|---|---|---|
            """);
        foreach (var side in result.Sides)
        {
            Line($"| {side.Name} | {Of(side, run => run.Wall.TotalSeconds, "F2")} | {Of(side, run => run.Cpu.TotalSeconds, "F2")} | {Of(side, run => run.PeakRss / 1e6, "F0")} |");
        }

        Line($"""

            | wall of `publish run` over that of | each pair | median | bound |
            |---|---|---|---|
            | {result.Duck.Name} | {Each(result.Ratios(result.Duck))} | {Median(result, result.Duck):F2} | at most {GroupingResult.MostRatio:F0}: {Verdict(result, Median(result, result.Duck) <= GroupingResult.MostRatio)} |
            | {result.DuckEqual.Name} | {Each(result.Ratios(result.DuckEqual))} | {Median(result, result.DuckEqual):F2} | |

            Peak RSS of `publish run` below {GroupingResult.MostRss / 1e6:F0} MB: {Verdict(result, result.PeakRss < GroupingResult.MostRss)}.
            """);
    }

    private static double Median(GroupingResult result, Side other) => Spread.Of(result.Ratios(other)).Median;

    private static string Verdict(GroupingResult result, bool isMet) =>
        result.Rows < GroupingResult.JudgedRows ? "not judged with so few rows" : isMet ? "met" : "**not met**";

    private static string Verdict(Agreement agreement) => agreement.IsComplete
        ? "every published number is DuckDB's, and every small cell is suppressed"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"**{agreement.Unprotected - agreement.Compared} are missing, {agreement.Differing} differ, {agreement.Exposed} small ones are exposed**");

    private static string Each(IEnumerable<double> ratios) =>
        string.Join(", ", ratios.Select(ratio => ratio.ToString("F2", CultureInfo.InvariantCulture)));

    private static string Of(Side side, Func<Measurement, double> figure, string format)
    {
        var spread = Spread.Of(side.Measurements.Select(figure));
        return string.Join(" / ", new[] { spread.Minimum, spread.Median, spread.Maximum }
            .Select(number => number.ToString(format, CultureInfo.InvariantCulture)));
    }

    private void Line(FormattableString line) =>
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
