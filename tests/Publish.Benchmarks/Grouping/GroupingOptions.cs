using Publish.Benchmarks.Claims;

namespace Publish.Benchmarks.Grouping;

/// <summary>How the benchmark is run.</summary>
/// <param name="Rows">The rows of each file.</param>
/// <param name="Runs">The measured runs of each side.</param>
/// <param name="Folder">The full path of the folder that keeps the files of claims.</param>
/// <param name="Publish">The program measured: a <c>.dll</c> or an executable that takes <c>run FILE …</c>.</param>
/// <param name="Variants">Who the respondents are, a round of runs each.</param>
/// <param name="WriteDocs">Whether the result goes into <c>docs/benchmarks.md</c>.</param>
internal sealed record GroupingOptions(
    long Rows, int Runs, string Folder, string Publish, IReadOnlyList<ClaimsVariant> Variants, bool WriteDocs);
