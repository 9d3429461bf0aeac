using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary>Appenders.</summary>
internal static partial class NativeAppender
{
    [LibraryImport(
        DuckLibrary.Name, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativeState Create(
        ConnectionHandle connection, string? catalog, string? schema, string table, out AppenderHandle appender);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_appender_column_count")]
    public static partial ulong ColumnCount(AppenderHandle appender);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_appender_column_type")]
    public static partial LogicalTypeHandle ColumnType(AppenderHandle appender, ulong column);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_append_data_chunk")]
    public static partial NativeState Append(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_appender_close")]
    public static partial NativeState Close(AppenderHandle appender);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_appender_clear")]
    public static partial NativeState ClearRaw(nint appender);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_appender_destroy")]
    public static partial NativeState Destroy(ref nint appender);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_appender_error_data")]
    public static partial ErrorHandle Error(AppenderHandle appender);
}
