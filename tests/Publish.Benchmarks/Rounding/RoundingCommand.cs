using System.CommandLine;
using System.Text.Json;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Reports;
using Publish.Benchmarks.Suppression;

namespace Publish.Benchmarks.Rounding;

/// <summary><c>rounding</c>: how the proof of a rounded table grows with the table.</summary>
internal static class RoundingCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("rounding", "Proves made-up rounded tables of growing size.") { writeDocs };
        command.SetAction(parsed => TryRun(parsed.GetValue(writeDocs)));
        return command;
    }

    private static int TryRun(bool writeDocs)
    {
        try
        {
            (SuppressionShape, RoundingResult)[] results = [.. SuppressionShape.Rounded.Select(shape => (shape, Measure(shape)))];
            var section = new RoundingReport(Machine.Here(), results).Write();
            Console.WriteLine(section);
            if (writeDocs)
            {
                BenchmarksPage.Replace("rounding", section);
            }

            return results.All(result => result.Item2.NotProven == 0) ? 0 : 1;
        }
        catch (ProgramFailedException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static RoundingResult Measure(SuppressionShape shape)
    {
        Console.WriteLine($"{shape.Name}: {shape.Cells:N0} cells");
        var folder = Directory.CreateTempSubdirectory("publish-rounding-");
        try
        {
            var path = Path.Combine(folder.FullName, "result.json");
            var measured = MeasuredProgram.Self(RoundCommand.Name, shape.Name, path).Run(folder.FullName);
            return JsonSerializer.Deserialize<RoundingResult>(File.ReadAllText(path))! with { Process = measured };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
