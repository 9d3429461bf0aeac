using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary>Error objects.</summary>
internal static partial class NativeErrors
{
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_error_data_error_type")]
    public static partial DuckErrorType ErrorType(ErrorHandle error);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_error_data_message")]
    public static partial nint Message(ErrorHandle error);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_destroy_error_data")]
    public static partial void Destroy(ref nint error);
}
