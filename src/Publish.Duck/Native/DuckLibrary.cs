using System.Runtime.InteropServices;

// Only beside the program: a library of another version elsewhere on the machine would write other bytes.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]

namespace Publish.Duck.Native;

/// <summary>The native library this binding is written and tested against.</summary>
internal static partial class DuckLibrary
{
    /// <summary>The name as the loader takes it: libduckdb.so, libduckdb.dylib, duckdb.dll.</summary>
    public const string Name = "duckdb";

    /// <summary>The version whose bytes are pinned; package.json names the same.</summary>
    public const string Version = "v1.5.6";

    [LibraryImport(Name, EntryPoint = "duckdb_library_version")]
    private static partial nint LibraryVersion();

    /// <summary>Refuses to go on without the library, or with another version of it.</summary>
    /// <exception cref="DuckException">The library is missing or another one.</exception>
    public static void Check()
    {
        string? version;
        try
        {
            version = Marshal.PtrToStringUTF8(LibraryVersion());
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException
            or BadImageFormatException)
        {
            throw new DuckException(DuckCodes.LibraryMissing);
        }

        if (version != Version)
        {
            throw new DuckException(DuckCodes.LibraryVersion);
        }
    }
}
