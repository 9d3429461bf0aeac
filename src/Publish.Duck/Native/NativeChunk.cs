using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary>Data chunks and their vectors. Vectors are borrowed from their chunk and are plain pointers.</summary>
internal static partial class NativeChunk
{
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_create_data_chunk")]
    public static partial ChunkHandle Create(ReadOnlySpan<nint> types, ulong columns);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_destroy_data_chunk")]
    public static partial void Destroy(ref nint chunk);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_data_chunk_reset")]
    public static partial void Reset(ChunkHandle chunk);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_data_chunk_get_size")]
    public static partial ulong Size(ChunkHandle chunk);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_data_chunk_set_size")]
    public static partial void SetSize(nint chunk, ulong rows);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_data_chunk_get_vector")]
    public static partial nint Vector(nint chunk, ulong column);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_vector_get_data")]
    public static partial nint VectorValues(nint vector);

    /// <summary>One bit a row, set where there is a value; null when all rows have one.</summary>
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_vector_get_validity")]
    public static partial nint VectorValidity(nint vector);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_vector_ensure_validity_writable")]
    public static partial void VectorMakeValidity(nint vector);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_list_vector_get_child")]
    public static partial nint ListElements(nint vector);

    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_list_vector_get_size")]
    public static partial ulong ListSize(nint vector);

    /// <summary>Copies a text into the vector's heap without checking it again.</summary>
    [LibraryImport(DuckLibrary.Name, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
    public static unsafe partial void AssignText(nint vector, ulong row, byte* text, ulong length);
}
