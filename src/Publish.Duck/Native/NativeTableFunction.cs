using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary>Table functions. The pointers handed to callbacks are borrowed for the length of the call.</summary>
internal static unsafe partial class NativeTableFunction
{
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_create_table_function")]
    public static partial TableFunctionHandle Create();

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_destroy_table_function")]
    public static partial void Destroy(ref nint function);

    [LibraryImport(
        DuckLibrary.Name, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetName(TableFunctionHandle function, string name);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_table_function_set_extra_info")]
    public static partial void SetExtra(
        TableFunctionHandle function, nint extra, delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_table_function_set_bind")]
    public static partial void SetBind(TableFunctionHandle function, delegate* unmanaged[Cdecl]<nint, void> bind);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_table_function_set_init")]
    public static partial void SetInit(TableFunctionHandle function, delegate* unmanaged[Cdecl]<nint, void> init);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_table_function_set_local_init")]
    public static partial void SetLocalInit(TableFunctionHandle function, delegate* unmanaged[Cdecl]<nint, void> init);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_table_function_set_function")]
    public static partial void SetRead(TableFunctionHandle function, delegate* unmanaged[Cdecl]<nint, nint, void> read);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_register_table_function")]
    public static partial NativeState Register(ConnectionHandle connection, TableFunctionHandle function);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_get_extra_info")]
    public static partial nint BindExtra(nint info);

    [LibraryImport(
        DuckLibrary.Name, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddColumn(nint info, string name, LogicalTypeHandle type);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_set_cardinality")]
    public static partial void SetCardinality(nint info, ulong rows, [MarshalAs(UnmanagedType.U1)] bool exact);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void BindError(nint info, string error);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_init_get_extra_info")]
    public static partial nint InitExtra(nint info);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_init_set_max_threads")]
    public static partial void SetThreads(nint info, ulong threads);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_init_set_init_data")]
    public static partial void SetLocal(nint info, nint local, delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void InitError(nint info, string error);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_function_get_extra_info")]
    public static partial nint ReadExtra(nint info);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_function_get_local_init_data")]
    public static partial nint ReadLocal(nint info);

    [LibraryImport(
        DuckLibrary.Name, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ReadError(nint info, string error);
}
