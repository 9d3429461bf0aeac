using System.CommandLine;
using Publish.Benchmarks.Reports;
using Publish.Disclosure.Tables;

namespace Publish.Benchmarks.Suppression;

/// <summary><c>cheapest</c>: what the search for the cheapest pattern saves, and what it costs.</summary>
internal static class CheapestCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("cheapest", "Protects made-up tables without and with a search for the cheapest pattern.") { writeDocs };
        command.SetAction(parsed =>
        {
            CheapestResult[] results = [.. SuppressionShape.Searched.Select(Measure)];
            var section = new CheapestReport(Machine.Here(), results).Write();
            Console.WriteLine(section);
            if (parsed.GetValue(writeDocs))
            {
                BenchmarksPage.Replace("cheapest", section);
            }

            return results.All(result => result.IsCertified) ? 0 : 1;
        });
        return command;
    }

    private static CheapestResult Measure(SuppressionShape shape)
    {
        Console.WriteLine($"{shape.Name}: {shape.Cells:N0} cells");
        var (before, _) = Protect(shape, new EliminationEffort { SeeksCheapest = false });
        var (after, cpu) = Protect(shape, new EliminationEffort());
        return new CheapestResult(
            shape.Name, before.Tables[0].Summary, after.Tables[0].Summary, after.Cost?.Lowest, before.IsCertified && after.IsCertified, cpu);
    }

    private static (ProtectedEdition Edition, TimeSpan Cpu) Protect(SuppressionShape shape, EliminationEffort effort)
    {
        var start = Environment.CpuUsage.TotalTime;
        var edition = TableProtection.Protect(
            SuppressionTable.Classes(shape), SuppressionTable.Hierarchies(shape), [SuppressionTable.Request(shape)], effort);
        return (edition, Environment.CpuUsage.TotalTime - start);
    }
}
