using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary>Logical types.</summary>
internal static partial class NativeTypes
{
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_create_logical_type")]
    public static partial LogicalTypeHandle Create(DuckTypeKind kind);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_create_decimal_type")]
    public static partial LogicalTypeHandle CreateDecimal(byte width, byte scale);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_create_list_type")]
    public static partial LogicalTypeHandle CreateList(LogicalTypeHandle element);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_get_type_id")]
    public static partial DuckTypeKind Kind(LogicalTypeHandle type);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_decimal_width")]
    public static partial byte DecimalWidth(LogicalTypeHandle type);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_decimal_scale")]
    public static partial byte DecimalScale(LogicalTypeHandle type);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_list_type_child_type")]
    public static partial LogicalTypeHandle ListElement(LogicalTypeHandle type);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_destroy_logical_type")]
    public static partial void Destroy(ref nint type);
}
