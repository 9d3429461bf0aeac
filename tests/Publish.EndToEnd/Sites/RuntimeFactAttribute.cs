using System.Diagnostics;

namespace Publish.EndToEnd.Sites;

/// <summary>A test that needs a program; skips with the reason where none that does is at hand.</summary>
internal sealed class RuntimeFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="probe">Arguments with which it ends well where it has what the test needs; none asks for the program alone.</param>
    public RuntimeFactAttribute(string program, params string[] probe)
    {
        if (Find(program, probe) is null)
        {
            Skip = $"No {program} on this machine's path does: {string.Join(' ', probe)}";
        }
    }

    /// <summary>Finds the first program on the path that does what is asked.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="probe">Arguments with which it ends well.</param>
    /// <returns>Its path, or <see langword="null"/>.</returns>
    public static string? Find(string program, params string[] probe) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(path => File.Exists(path) && (probe.Length == 0 || EndsWell(path, probe)));

    private static bool EndsWell(string path, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
