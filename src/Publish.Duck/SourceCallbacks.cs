using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>
/// What DuckDB calls. No exception may cross into C: each is kept, and DuckDB is given its ticket as the error.
/// </summary>
internal static class SourceCallbacks
{
    /// <summary>Planning: tells the columns and the number of rows.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Bind(nint info)
    {
        var registration = Target<SourceRegistration>(NativeTableFunction.BindExtra(info));
        try
        {
            foreach (var column in registration.Columns)
            {
                using var type = DuckTypeMap.ToNative(column.Type);
                NativeTableFunction.AddColumn(info, column.Name, type);
            }

            if (registration.Source.EstimatedRows is { } rows)
            {
                NativeTableFunction.SetCardinality(info, checked((ulong)rows), exact: false);
            }
        }
        catch (Exception failure)
        {
            NativeTableFunction.BindError(info, registration.Failures.Keep(failure));
        }
    }

    /// <summary>The query's start: tells how many threads may read.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Begin(nint info)
    {
        var registration = Target<SourceRegistration>(NativeTableFunction.InitExtra(info));
        try
        {
            NativeTableFunction.SetThreads(info, checked((ulong)registration.Source.MaximumThreads));
        }
        catch (Exception failure)
        {
            NativeTableFunction.InitError(info, registration.Failures.Keep(failure));
        }
    }

    /// <summary>A thread's start: opens its reader.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static unsafe void Open(nint info)
    {
        var registration = Target<SourceRegistration>(NativeTableFunction.InitExtra(info));
        try
        {
            var scan = GCHandle.Alloc(new SourceScan(registration));
            NativeTableFunction.SetLocal(info, GCHandle.ToIntPtr(scan), &Forget);
        }
        catch (Exception failure)
        {
            NativeTableFunction.InitError(info, registration.Failures.Keep(failure));
        }
    }

    /// <summary>A thread's next chunk.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Read(nint info, nint chunk)
    {
        var registration = Target<SourceRegistration>(NativeTableFunction.ReadExtra(info));
        try
        {
            var rows = Target<SourceScan>(NativeTableFunction.ReadLocal(info)).Read(chunk);
            NativeChunk.SetSize(chunk, (ulong)rows);
        }
        catch (Exception failure)
        {
            NativeTableFunction.ReadError(info, registration.Failures.Keep(failure));
        }
    }

    /// <summary>The end of a thread's share or of the database.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Forget(nint handle)
    {
        var owned = GCHandle.FromIntPtr(handle);
        (owned.Target as IDisposable)?.Dispose();
        owned.Free();
    }

    private static T Target<T>(nint handle) => (T)GCHandle.FromIntPtr(handle).Target!;
}
