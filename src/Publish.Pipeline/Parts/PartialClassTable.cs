namespace Publish.Pipeline.Parts;

/// <summary>The partial class table of one part.</summary>
/// <param name="Summary">What is known beside it.</param>
/// <param name="Folder">The local folder of its <see cref="PartialFiles"/>.</param>
internal sealed record PartialClassTable(PartSummary Summary, string Folder);
