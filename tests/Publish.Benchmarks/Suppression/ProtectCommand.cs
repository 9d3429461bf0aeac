using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Publish.Disclosure.Tables;

namespace Publish.Benchmarks.Suppression;

/// <summary><c>protect SHAPE RESULT</c>: protects one table and writes what came of it. A process of its own, to be measured.</summary>
internal static class ProtectCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "protect";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shape = new Argument<string>("shape");
        var result = new Argument<string>("result");
        var command = new Command(Name, "Protects one table and writes what came of it.") { shape, result };
        command.Hidden = true;
        command.SetAction(parsed => Run(
            SuppressionShape.All.Single(one => one.Name == parsed.GetRequiredValue(shape)), parsed.GetRequiredValue(result)));
        return command;
    }

    private static int Run(SuppressionShape shape, string result)
    {
        var classes = SuppressionTable.Classes(shape);
        var hierarchies = SuppressionTable.Hierarchies(shape);
        var watch = Stopwatch.StartNew();
        var edition = TableProtection.Protect(classes, hierarchies, [SuppressionTable.Request(shape)]);
        var seconds = watch.Elapsed.TotalSeconds;
        var summary = edition.Tables[0].Summary;
        var all = edition.Tables[0].Respondents.Sum();
        File.WriteAllText(result, JsonSerializer.Serialize(new SuppressionResult(
            summary.Cells, summary.Primary, summary.Secondary, (double)summary.RespondentsHidden / all, edition.IsCertified, seconds)));
        return 0;
    }
}
