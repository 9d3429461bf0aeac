using System.Runtime.InteropServices;

namespace Publish.Duck;

/// <summary>Where one row's list lies among the elements of all rows (<c>duckdb_list_entry</c>).</summary>
/// <param name="Offset">The index of its first element.</param>
/// <param name="Length">How many elements it has.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckListEntry(long Offset, long Length);
