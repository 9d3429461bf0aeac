using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Publish.Duck.Native;

// One handle a C object; each destroy function takes a pointer to the pointer. DuckDB's objects keep what they need of
// each other alive, so the order in which finalizers run does not matter.

internal sealed class DatabaseHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeDatabase.Close(ref handle);
        return true;
    }
}

internal sealed class ConnectionHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeDatabase.Disconnect(ref handle);
        return true;
    }
}

internal sealed class StatementHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeStatement.Destroy(ref handle);
        return true;
    }
}

internal sealed class LogicalTypeHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeTypes.Destroy(ref handle);
        return true;
    }
}

internal sealed class ChunkHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeChunk.Destroy(ref handle);
        return true;
    }
}

internal sealed class AppenderHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    // Destroying flushes; what was not completed is dropped first.
    protected override bool ReleaseHandle()
    {
        _ = NativeAppender.ClearRaw(handle);
        _ = NativeAppender.Destroy(ref handle);
        return true;
    }
}

internal sealed class ErrorHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeErrors.Destroy(ref handle);
        return true;
    }
}

internal sealed class TableFunctionHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeTableFunction.Destroy(ref handle);
        return true;
    }
}

/// <summary>Owns the memory of a <c>duckdb_result</c>, which C callers keep on the stack, and what it points to.</summary>
internal sealed unsafe class ResultHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public ResultHandle()
        : base(ownsHandle: true) =>
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResultValue)));

    protected override bool ReleaseHandle()
    {
        NativeResult.Destroy(handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
