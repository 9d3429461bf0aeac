using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Publish.Benchmarks.Suppression;

namespace Publish.Benchmarks.Rounding;

/// <summary><c>round SHAPE RESULT</c>: proves one rounded table and writes what came of it. A process of its own, to be measured.</summary>
internal static class RoundCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "round";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shape = new Argument<string>("shape");
        var result = new Argument<string>("result");
        var command = new Command(Name, "Proves one rounded table and writes what came of it.") { shape, result };
        command.Hidden = true;
        command.SetAction(parsed => Run(
            SuppressionShape.Rounded.Single(one => one.Name == parsed.GetRequiredValue(shape)), parsed.GetRequiredValue(result)));
        return command;
    }

    private static int Run(SuppressionShape shape, string path)
    {
        var edition = RoundedEdition.Of(shape);
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = edition.Attack().Run();
        var (seconds, spent) = (watch.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime - cpu);
        File.WriteAllText(path, JsonSerializer.Serialize(
            new RoundingResult(edition.Table.Rows, result.Examined, result.Found, seconds, spent.TotalSeconds)));
        return 0;
    }
}
