using System.Diagnostics;
using System.Text.Json;

namespace Publish.Benchmarks.Measuring;

/// <summary>A program to be run and measured.</summary>
/// <param name="Command">The program and its arguments.</param>
internal sealed record MeasuredProgram(params IReadOnlyList<string> Command)
{
    /// <summary>This program, started again as its own child.</summary>
    /// <param name="arguments">What it is to do.</param>
    public static MeasuredProgram Self(params IEnumerable<string> arguments) =>
        Managed(typeof(MeasuredProgram).Assembly.Location, arguments);

    /// <summary>A program of .NET, or any other that can be run.</summary>
    /// <param name="path">A <c>.dll</c>, run by <c>dotnet</c>, or an executable.</param>
    /// <param name="arguments">What it is to do.</param>
    public static MeasuredProgram Managed(string path, IEnumerable<string> arguments) =>
        System.IO.Path.GetExtension(path) == ".dll"
            ? new(["dotnet", path, .. arguments])
            : new([path, .. arguments]);

    /// <summary>Runs it to its end.</summary>
    /// <param name="scratch">A folder for the result.</param>
    /// <returns>What it took.</returns>
    /// <exception cref="ProgramFailedException">It failed; what it printed is in the message.</exception>
    public Measurement Run(string scratch)
    {
        var result = System.IO.Path.Combine(scratch, "measurement.json");
        File.Delete(result);
        var measurer = Self([MeasureCommand.Name, result, "--", .. Command]);
        var start = new ProcessStartInfo(measurer.Command[0], measurer.Command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var measurement = File.Exists(result)
            ? JsonSerializer.Deserialize<Measurement>(File.ReadAllText(result))
            : null;
        return measurement is { ExitCode: 0 }
            ? measurement
            : throw new ProgramFailedException(
                $"It ended with {measurement?.ExitCode}: {string.Join(' ', Command)}\n{output}{errors.Result}");
    }
}
