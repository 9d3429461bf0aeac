using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Publish.Duck;

namespace Publish.Benchmarks.Reports;

/// <summary>Where a benchmark ran: without it a time says nothing.</summary>
/// <param name="Processor">The processor's model.</param>
/// <param name="Cores">The logical cores this process may use.</param>
/// <param name="Memory">The bytes of memory this process may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="Engine">The version of DuckDB.</param>
internal sealed record Machine(string Processor, int Cores, long Memory, string System, string Runtime, string Engine)
{
    /// <summary>This machine.</summary>
    public static Machine Here() => new(
        ProcessorModel(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        EngineVersion());

    /// <summary>All of it in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor}, {Cores} cores, {Memory / 1e9:F0} GB of memory; {System}; {Runtime}; DuckDB {Engine}");

    private static string ProcessorModel()
    {
        const string Linux = "/proc/cpuinfo";
        var model = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string EngineVersion()
    {
        var folder = Directory.CreateTempSubdirectory("publish-benchmarks-");
        try
        {
            using var database = DuckDatabase.Open(new DuckOptions
            {
                Threads = 1,
                MemoryLimitBytes = 256L << 20,
                TemporaryFolder = folder.FullName,
                MaximumTemporaryBytes = 0,
            });
            using var connection = database.Connect();
            using var rows = connection.Query("SELECT version()");
            _ = rows.TryReadChunk(out var chunk);
            return Encoding.UTF8.GetString(chunk[0].Utf8(0));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
