namespace Publish.EndToEnd.Serving;

/// <summary>Tests that start processes run one after the other: the machine has few processors.</summary>
[CollectionDefinition(nameof(ProcessTests))]
public sealed class ProcessTests;
