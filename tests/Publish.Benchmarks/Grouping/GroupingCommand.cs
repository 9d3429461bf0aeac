using System.CommandLine;
using Publish.Benchmarks.Claims;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Reports;

namespace Publish.Benchmarks.Grouping;

/// <summary><c>grouping</c>: <c>publish run</c> beside DuckDB's unprotected grouping of the same file.</summary>
internal static class GroupingCommand
{
    private const long MostRows = 500_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var rows = Bounded("--rows", "Rows of each file.", 10_000_000, MostRows);
        var runs = Bounded("--runs", "Measured runs of each side, after one to warm up.", 3, 100);
        var folder = new Option<string>("--folder")
        {
            Description = "Keeps the files between runs; needs about 2 GB. Default: publish-benchmarks in the system's temporary folder.",
            DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "publish-benchmarks"),
        };
        var publish = new Option<string>("--publish")
        {
            Description = "The program measured, a .dll or an executable. Default: the build of src/Publish.Cli.",
            DefaultValueFactory = _ => BuiltProgram.Path,
        };
        var variant = new Option<ClaimsVariant[]>("--variant")
        {
            Description = "Row: each row is a respondent. Respondent: a column names them. Default: both.",
            DefaultValueFactory = _ => Enum.GetValues<ClaimsVariant>(),
        };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("grouping", "Compares publish run with DuckDB's unprotected grouping of the same file.")
        {
            rows, runs, folder, publish, variant, writeDocs,
        };
        command.SetAction(parsed => TryRun(new GroupingOptions(
            parsed.GetRequiredValue(rows),
            (int)parsed.GetRequiredValue(runs),
            Path.GetFullPath(parsed.GetRequiredValue(folder)),
            Path.GetFullPath(parsed.GetRequiredValue(publish)),
            parsed.GetRequiredValue(variant),
            parsed.GetValue(writeDocs))));
        return command;
    }

    private static int TryRun(GroupingOptions options)
    {
        try
        {
            return Run(options);
        }
        catch (ProgramFailedException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static int Run(GroupingOptions options)
    {
        GroupingResult[] results = [.. options.Variants.Select(variant => new GroupingRun(options, variant, Console.Out).Run())];
        var section = new GroupingReport(Machine.Here(), results).Write();
        Console.WriteLine();
        Console.WriteLine(section);
        if (options.WriteDocs)
        {
            BenchmarksPage.Replace("grouping", section);
        }

        return results.All(result => result.Agreement.IsComplete) ? 0 : 1;
    }

    private static Option<long> Bounded(string name, string description, long standard, long most)
    {
        var option = new Option<long>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() is var value && (value < 1 || value > most))
            {
                result.AddError($"{name} is from 1 to {most}.");
            }
        });
        return option;
    }
}
