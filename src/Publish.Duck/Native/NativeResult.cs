using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary><c>duckdb_result</c>: six words of which only the library reads any.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeResultValue
{
    public fixed ulong Words[6];
}

/// <summary>Results: their shape, chunks and errors.</summary>
internal static partial class NativeResult
{
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativeState Query(ConnectionHandle connection, string sql, ResultHandle result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_destroy_result")]
    public static partial void Destroy(nint result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_rows_changed")]
    public static partial ulong RowsChanged(ResultHandle result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_column_count")]
    public static partial ulong ColumnCount(ResultHandle result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_column_name")]
    public static partial nint ColumnName(ResultHandle result, ulong column);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_column_logical_type")]
    public static partial LogicalTypeHandle ColumnType(ResultHandle result, ulong column);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_result_error")]
    public static partial nint Error(ResultHandle result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_result_error_type")]
    public static partial DuckErrorType ErrorType(ResultHandle result);

    /// <summary>The next chunk; an invalid handle at the end or on an error.</summary>
    public static unsafe ChunkHandle FetchChunk(ResultHandle result)
    {
        var added = false;
        try
        {
            result.DangerousAddRef(ref added);
            return FetchChunk(*(NativeResultValue*)result.DangerousGetHandle());
        }
        finally
        {
            if (added)
            {
                result.DangerousRelease();
            }
        }
    }

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_fetch_chunk")]
    private static partial ChunkHandle FetchChunk(NativeResultValue result);
}
