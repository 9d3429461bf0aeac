using Publish.Codes;

namespace Publish.Duck;

/// <summary>What is needed to tell whose error it is.</summary>
/// <param name="Failures">What managed sources threw.</param>
/// <param name="Cancellation">The token that may have interrupted the work.</param>
/// <param name="InputFault">The code for a fault of the file being read, or <see langword="null"/>.</param>
internal sealed record ErrorContext(SourceFailures Failures, CancellationToken Cancellation, Code? InputFault = null);
