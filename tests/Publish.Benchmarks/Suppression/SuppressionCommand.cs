using System.CommandLine;
using System.Text.Json;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Reports;

namespace Publish.Benchmarks.Suppression;

/// <summary><c>suppression</c>: how protection grows with the table.</summary>
internal static class SuppressionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shapes = new Option<string[]>("--shape")
        {
            Description = $"The tables, of {string.Join(", ", SuppressionShape.All.Select(shape => shape.Name))}. Default: all.",
            DefaultValueFactory = _ => [.. SuppressionShape.All.Select(shape => shape.Name)],
        };
        shapes.AcceptOnlyFromAmong([.. SuppressionShape.All.Select(shape => shape.Name)]);
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("suppression", "Protects made-up tables of growing size.") { shapes, writeDocs };
        command.SetAction(parsed =>
        {
            var names = parsed.GetRequiredValue(shapes);
            return TryRun([.. SuppressionShape.All.Where(shape => names.Contains(shape.Name))], parsed.GetValue(writeDocs));
        });
        return command;
    }

    private static int TryRun(IReadOnlyList<SuppressionShape> shapes, bool writeDocs)
    {
        try
        {
            return Run(shapes, writeDocs);
        }
        catch (ProgramFailedException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static int Run(IReadOnlyList<SuppressionShape> shapes, bool writeDocs)
    {
        (SuppressionShape, SuppressionResult)[] results = [.. shapes.Select(shape => (shape, Measure(shape)))];
        var section = new SuppressionReport(Machine.Here(), results).Write();
        Console.WriteLine(section);
        if (writeDocs)
        {
            BenchmarksPage.Replace("suppression", section);
        }

        return results.All(result => result.Item2.IsCertified) ? 0 : 1;
    }

    private static SuppressionResult Measure(SuppressionShape shape)
    {
        Console.WriteLine($"{shape.Name}: {shape.Cells:N0} cells");
        var folder = Directory.CreateTempSubdirectory("publish-suppression-");
        try
        {
            var path = Path.Combine(folder.FullName, "result.json");
            var measured = MeasuredProgram.Self(ProtectCommand.Name, shape.Name, path).Run(folder.FullName);
            return JsonSerializer.Deserialize<SuppressionResult>(File.ReadAllText(path))! with { Process = measured };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
