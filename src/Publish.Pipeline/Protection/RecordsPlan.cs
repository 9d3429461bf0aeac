using Publish.Disclosure.Records;

namespace Publish.Pipeline.Protection;

/// <summary>A records release in the terms of the class table.</summary>
/// <param name="Release">The release.</param>
/// <param name="Task">What is to be generalised, and under which rules.</param>
/// <param name="Keys">For each key of the task, its index in the grouping plan.</param>
internal sealed record RecordsPlan(RecordsRelease Release, GeneralisationTask Task, IReadOnlyList<int> Keys);
