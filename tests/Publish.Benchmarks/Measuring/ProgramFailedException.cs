namespace Publish.Benchmarks.Measuring;

/// <summary>A measured program failed or did not do its work, so that there is nothing to compare.</summary>
/// <param name="message">What happened, for the person at the terminal.</param>
internal sealed class ProgramFailedException(string message) : Exception(message);
