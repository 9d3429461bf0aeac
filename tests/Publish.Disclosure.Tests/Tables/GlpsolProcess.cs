using System.Diagnostics;
using System.Globalization;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>GLPK's solver, as a process: a programme in, the values of its variables out.</summary>
internal static class GlpsolProcess
{
    /// <summary>The path of the solver, or <see langword="null"/> where the machine has none.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "glpsol")).FirstOrDefault(File.Exists);

    /// <summary>Solves a programme in CPLEX's LP format.</summary>
    /// <param name="text">The programme.</param>
    /// <returns>The value of each variable, in the order in which the text names them first.</returns>
    public static double[] Solve(string text) =>
        [.. Answer(text).Where(line => line.StartsWith("j ", StringComparison.Ordinal)).Select(line => Number(line.Split(' ')[3]))];

    /// <summary>Solves a programme with 0/1 variables.</summary>
    /// <param name="text">The programme, in CPLEX's LP format.</param>
    /// <returns>The objective, or <see langword="null"/> where nothing is feasible.</returns>
    public static double? SolveWhole(string text)
    {
        // "s mip ROWS COLUMNS STATUS OBJECTIVE"; o for optimal, n for nothing.
        var solution = Answer(text).Single(line => line.StartsWith("s ", StringComparison.Ordinal)).Split(' ');
        Assert.Equal("mip", solution[1]);
        Assert.Contains(solution[4], new[] { "o", "n" });
        return solution[4] == "o" ? Number(solution[5]) : null;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Answer(string text)
    {
        var folder = Directory.CreateTempSubdirectory("publish-glpsol-");
        try
        {
            var (problem, answer) = (Path.Combine(folder.FullName, "problem.lp"), Path.Combine(folder.FullName, "answer.txt"));
            File.WriteAllText(problem, text);
            using var process = Process.Start(new ProcessStartInfo(Program!, ["--lp", problem, "-w", answer]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return File.ReadAllLines(answer);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
