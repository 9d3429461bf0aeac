using System.Diagnostics;

namespace Publish.EndToEnd.Fixtures;

/// <summary>Runs other programs, and takes for granted that they end well.</summary>
internal static class Programs
{
    /// <summary>Runs a program.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs; by default the repository's.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, faults.Result + output);
        return output;
    }

    /// <summary>Runs <c>publish</c> as it was built.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed.</returns>
    public static string Publish(params IEnumerable<string> arguments) =>
        Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "publish.dll"), .. arguments]);
}
