namespace Publish.Benchmarks.Parts;

/// <summary>What a folder of parts took.</summary>
/// <param name="Workers">Worker processes.</param>
/// <param name="Reading">From the start of the processes until the partial tables of all parts were there.</param>
/// <param name="Wall">From the start of the processes to the end of the last.</param>
/// <param name="Cpu">Processor time of all workers.</param>
/// <param name="Emulator">Processor time of Azurite.</param>
/// <param name="PeakRss">The most memory of a worker, in bytes.</param>
internal sealed record PartsResult(int Workers, TimeSpan Reading, TimeSpan Wall, TimeSpan Cpu, TimeSpan Emulator, long PeakRss);
