namespace Publish.Pipeline.Operations;

/// <summary>What a sweep did.</summary>
/// <param name="Settled">Uploads that have their receipt now.</param>
/// <param name="Failed">Uploads it could not work on just now; the next sweep tries again.</param>
public sealed record SweepReport(int Settled, int Failed);
