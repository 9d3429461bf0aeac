using Publish.Benchmarks.Claims;
using Publish.Benchmarks.Measuring;

namespace Publish.Benchmarks.Grouping;

/// <summary>One variant of the benchmark: makes or finds the claims, warms up, and runs the sides in turn.</summary>
/// <param name="options">How it is run.</param>
/// <param name="variant">Who the respondents are.</param>
/// <param name="log">Where progress is told.</param>
internal sealed class GroupingRun(GroupingOptions options, ClaimsVariant variant, TextWriter log)
{
    /// <summary>The memory that <c>publish run</c> gives DuckDB, and that the third side has.</summary>
    public const long EqualMemory = 512L << 20;

    /// <summary>Runs it.</summary>
    /// <returns>What was measured.</returns>
    public GroupingResult Run()
    {
        Directory.CreateDirectory(options.Folder);
        log.WriteLine($"Claims by {ClaimsShape.NumberColumn(variant)}: making or finding {options.Rows:N0} rows");
        var claims = ClaimsFile.Ensure(options.Folder, variant, options.Rows);
        var policy = Path.Combine(options.Folder, $"claims-by-{ClaimsShape.NumberColumn(variant)}.yaml");
        File.WriteAllText(policy, ClaimsPolicy.Write(variant));

        var publish = new Side("publish run", to => MeasuredProgram.Managed(
            options.Publish, ["run", claims.Path, "--policy", policy, "--edition", "2026-10", "--to", to]));
        var duck = Unprotected("DuckDB", claims, UnprotectedCommand.DefaultMemory);
        var duckEqual = Unprotected("DuckDB, 512 MiB", claims, EqualMemory);
        Side[] sides = [publish, duck, duckEqual];

        foreach (var side in sides)
        {
            log.WriteLine($"  warming up: {side.Name}");
            side.WarmUp(FolderOf(side));
        }

        var agreement = Agreement.Of(FolderOf(publish), FolderOf(duck));
        for (var run = 1; run <= options.Runs; run++)
        {
            foreach (var side in sides)
            {
                side.Measure(FolderOf(side));
                log.WriteLine($"  run {run}, {side.Name}: {side.Measurements[^1].Wall.TotalSeconds:F2} s");
            }
        }

        Array.ForEach(sides, side => Directory.Delete(FolderOf(side), recursive: true));
        return new(variant, options.Rows, claims, agreement, publish, duck, duckEqual);
    }

    private Side Unprotected(string name, ClaimsFile claims, long memory) => new(name, to => MeasuredProgram.Self(
        UnprotectedCommand.Name, claims.Path, $"{variant}", to, UnprotectedCommand.MemoryOption, $"{memory}"));

    private string FolderOf(Side side) => Path.Combine(
        options.Folder, "out-" + new string([.. side.Name.Where(char.IsAsciiLetterOrDigit)]));
}
