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
    public static double[] Solve(string text)
    {
        var folder = Directory.CreateTempSubdirectory("publish-glpsol-");
        try
        {
            var (problem, answer) = (Path.Combine(folder.FullName, "problem.lp"), Path.Combine(folder.FullName, "answer.txt"));
            File.WriteAllText(problem, text);
            using var process = Process.Start(new ProcessStartInfo(Program!, ["--lp", problem, "-w", answer]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return [.. File.ReadLines(answer).Where(line => line.StartsWith("j ", StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split(' ')[3], CultureInfo.InvariantCulture))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
