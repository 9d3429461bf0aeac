namespace Publish.Benchmarks.Measuring;

/// <summary>What one run of a program took.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Wall">From its start to its end, the runtime's own start among it.</param>
/// <param name="Cpu">User and system time of all its threads.</param>
/// <param name="PeakRss">The most bytes it had resident at once.</param>
internal sealed record Measurement(int ExitCode, TimeSpan Wall, TimeSpan Cpu, long PeakRss);
