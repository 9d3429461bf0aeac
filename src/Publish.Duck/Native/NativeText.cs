using System.Runtime.InteropServices;

namespace Publish.Duck.Native;

/// <summary><c>duckdb_string_t</c>: texts of up to 12 bytes lie in it, longer ones where it points.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeText
{
    public const int InlinedBytes = 12;

    [FieldOffset(0)]
    public int Length;

    [FieldOffset(4)]
    public fixed byte Inlined[InlinedBytes];

    [FieldOffset(8)]
    public byte* Pointer;
}
