using System.Globalization;

namespace Publish.Duck;

/// <summary>
/// The settings that shut a database in, in the order that works: as statements after opening (as options of opening
/// some are ignored and some refused), each one before the setting that would forbid it, the lock last.
/// </summary>
internal static class Lockdown
{
    private const long LeastMemory = 16 << 20;

    public static void Check(DuckOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemoryLimitBytes, LeastMemory);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumTemporaryBytes);
        foreach (var path in options.AllowedFolders.Concat(options.AllowedFiles).Append(options.TemporaryFolder))
        {
            if (!Path.IsPathFullyQualified(path))
            {
                throw new ArgumentException("Folders and files are given by full paths.", nameof(options));
            }
        }
    }

    public static IEnumerable<string> Statements(DuckOptions options, string spill) =>
    [
        Number("threads", options.Threads),
        Bytes("memory_limit", options.MemoryLimitBytes),
        $"SET temp_directory = {DuckSql.Literal(spill)}",
        Bytes("max_temp_directory_size", options.MaximumTemporaryBytes),
        $"SET preserve_insertion_order = {(options.PreserveInsertionOrder ? "true" : "false")}",
        "SET GLOBAL TimeZone = 'UTC'",
        $"SET allowed_directories = {List(options.AllowedFolders)}",
        $"SET allowed_paths = {List(options.AllowedFiles)}",
        "SET autoload_known_extensions = false",
        "SET autoinstall_known_extensions = false",
        "SET allow_community_extensions = false",
        "SET allow_persistent_secrets = false",
        "SET enable_external_access = false",
        "SET lock_configuration = true",
    ];

    private static string Number(string setting, long value) =>
        string.Create(CultureInfo.InvariantCulture, $"SET {setting} = {value}");

    private static string Bytes(string setting, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"SET {setting} = '{bytes}B'");

    private static string List(IEnumerable<string> paths) => $"[{string.Join(", ", paths.Select(DuckSql.Literal))}]";
}
