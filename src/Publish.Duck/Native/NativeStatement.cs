using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary><c>duckdb_hugeint</c>; our own structure, since <see cref="Int128"/> is passed by value in another way.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeHugeInt
{
    public ulong Lower;
    public long Upper;

    public static NativeHugeInt From(Int128 value) => new() { Lower = (ulong)(UInt128)value, Upper = (long)(value >> 64) };
}

/// <summary><c>duckdb_decimal</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    public byte Width;
    public byte Scale;
    public NativeHugeInt Value;
}

/// <summary>Prepared statements and their parameters, which are counted from 1.</summary>
internal static partial class NativeStatement
{
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativeState Prepare(ConnectionHandle connection, string sql, out StatementHandle statement);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_prepare_error")]
    public static partial nint Error(StatementHandle statement);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_destroy_prepare")]
    public static partial void Destroy(ref nint statement);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_execute_prepared")]
    public static partial NativeState Execute(StatementHandle statement, ResultHandle result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_execute_prepared_streaming")]
    public static partial NativeState ExecuteStreaming(StatementHandle statement, ResultHandle result);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_prepared_statement_column_count")]
    public static partial ulong ColumnCount(StatementHandle statement);

    /// <summary>The name is to be freed with <see cref="Free"/>.</summary>
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_prepared_statement_column_name")]
    public static partial nint ColumnName(StatementHandle statement, ulong column);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_free")]
    public static partial void Free(nint pointer);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_prepared_statement_column_logical_type")]
    public static partial LogicalTypeHandle ColumnType(StatementHandle statement, ulong column);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_null")]
    public static partial NativeState BindNull(StatementHandle statement, ulong parameter);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_boolean")]
    public static partial NativeState BindBoolean(
        StatementHandle statement, ulong parameter, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_int32")]
    public static partial NativeState BindInteger(StatementHandle statement, ulong parameter, int value);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_int64")]
    public static partial NativeState BindBigInt(StatementHandle statement, ulong parameter, long value);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_hugeint")]
    public static partial NativeState BindHugeInt(StatementHandle statement, ulong parameter, NativeHugeInt value);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_double")]
    public static partial NativeState BindDouble(StatementHandle statement, ulong parameter, double value);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_decimal")]
    public static partial NativeState BindDecimal(StatementHandle statement, ulong parameter, NativeDecimal value);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_date")]
    public static partial NativeState BindDate(StatementHandle statement, ulong parameter, int days);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_timestamp")]
    public static partial NativeState BindTimestamp(StatementHandle statement, ulong parameter, long microseconds);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_bind_varchar_length")]
    public static partial NativeState BindVarchar(
        StatementHandle statement, ulong parameter, ReadOnlySpan<byte> text, ulong length);
}
