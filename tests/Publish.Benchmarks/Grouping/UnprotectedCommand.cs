using System.CommandLine;
using Publish.Benchmarks.Claims;
using Publish.Duck;

namespace Publish.Benchmarks.Grouping;

/// <summary><c>unprotected CLAIMS VARIANT TO --memory BYTES</c>: DuckDB's side of the benchmark, in a process of its own.</summary>
internal static class UnprotectedCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "unprotected";

    /// <summary>The option for DuckDB's memory limit.</summary>
    public const string MemoryOption = "--memory";

    /// <summary>DuckDB's threads.</summary>
    public const int Threads = 2;

    /// <summary>DuckDB's own default: 80 % of the memory there is.</summary>
    public static long DefaultMemory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 8;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var claims = new Argument<string>("claims");
        var variant = new Argument<ClaimsVariant>("variant");
        var folder = new Argument<string>("to");
        var memory = new Option<long>(MemoryOption) { DefaultValueFactory = _ => DefaultMemory };
        var command = new Command(Name, "Groups claims with DuckDB, without protection.") { claims, variant, folder, memory };
        command.Hidden = true;
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(claims),
            parsed.GetRequiredValue(variant),
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(memory)));
        return command;
    }

    private static int Run(string claims, ClaimsVariant variant, string folder, long memory)
    {
        using var database = DuckDatabase.Open(new DuckOptions
        {
            Threads = Threads,
            MemoryLimitBytes = memory,
            TemporaryFolder = Path.Combine(folder, "temporary"),
            MaximumTemporaryBytes = 64L << 30,
            AllowedFolders = [folder],
            AllowedFiles = [claims],
            PreserveInsertionOrder = false,
        });
        using var connection = database.Connect();
        foreach (var statement in UnprotectedQuery.Statements(claims, variant, folder))
        {
            connection.Execute(statement);
        }

        return 0;
    }
}
