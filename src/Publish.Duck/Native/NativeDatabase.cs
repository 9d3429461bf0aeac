using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary>Opening, connecting, interrupting.</summary>
internal static partial class NativeDatabase
{
    /// <summary>A null path opens a database in memory.</summary>
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_open")]
    public static partial NativeState Open(nint path, out DatabaseHandle database);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_close")]
    public static partial void Close(ref nint database);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_connect")]
    public static partial NativeState Connect(DatabaseHandle database, out ConnectionHandle connection);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_disconnect")]
    public static partial void Disconnect(ref nint connection);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_interrupt")]
    public static partial void Interrupt(ConnectionHandle connection);
}
