using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Publish.Benchmarks.Measuring;

/// <summary>
/// What the children this process has waited for have used, from <c>getrusage(RUSAGE_CHILDREN)</c>. The peak is the
/// kernel's own (the most of any one child), so no peak between two looks is missed. It is at least this process's
/// resident set, about 40 MB, which a child has between fork and exec.
/// </summary>
internal static partial class Usage
{
    private const int Children = -1;
    private const int BytesOfMacUnit = 1;
    private const int BytesOfLinuxUnit = 1024;

    /// <summary>User and system time, and the most resident bytes, of the children that have ended.</summary>
    /// <exception cref="PlatformNotSupportedException">This is neither Linux nor macOS on 64 bits.</exception>
    public static (TimeSpan Cpu, long PeakRss) OfChildren()
    {
        if (OperatingSystem.IsWindows() || !Environment.Is64BitProcess)
        {
            throw new PlatformNotSupportedException("The benchmark measures on Linux and macOS, 64 bits.");
        }

        if (GetUsage(Children, out var usage) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        var unit = OperatingSystem.IsMacOS() ? BytesOfMacUnit : BytesOfLinuxUnit;
        return (usage.User.ToTimeSpan() + usage.System.ToTimeSpan(), usage.MaximumResident * unit);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, out ResourceUsage usage);

    /// <summary><c>struct rusage</c>, 144 bytes on 64-bit Linux and macOS.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public TimeValue User;
        public TimeValue System;
        public long MaximumResident;
    }

    /// <summary><c>struct timeval</c>; macOS uses four of the microseconds' eight bytes and leaves zeros in the rest.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeValue
    {
        private readonly long _seconds;
        private readonly int _microseconds;
        private readonly int _padding;

        public TimeSpan ToTimeSpan() => TimeSpan.FromSeconds(_seconds) + TimeSpan.FromMicroseconds(_microseconds);
    }
}
