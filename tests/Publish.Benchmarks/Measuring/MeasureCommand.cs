using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace Publish.Benchmarks.Measuring;

/// <summary>
/// <c>measure RESULT COMMAND…</c>: runs one program and writes what it took. It is a process of its own because the
/// kernel keeps one peak for all children of a process.
/// </summary>
internal static class MeasureCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "measure";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var result = new Argument<string>("result");
        var program = new Argument<string[]>("program") { Arity = ArgumentArity.OneOrMore };
        var command = new Command(Name, "Runs a program and writes what it took.") { result, program };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(result), parsed.GetRequiredValue(program)));
        return command;
    }

    private static int Run(string result, string[] program)
    {
        var start = new ProcessStartInfo(program[0], program.Skip(1));
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var wall = watch.Elapsed;
        var (cpu, peakRss) = Usage.OfChildren();
        File.WriteAllText(result, JsonSerializer.Serialize(new Measurement(process.ExitCode, wall, cpu, peakRss)));
        return 0;
    }
}
