namespace Publish.Metadata;

/// <summary>A column of a published file, as people and programs are told of it.</summary>
/// <param name="Name">The label in the header.</param>
/// <param name="Role"><c>key</c>, <c>number</c>, <c>status</c> or <c>sensitive</c>.</param>
/// <param name="Type"><c>text</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>date</c> or <c>timestamp</c>.</param>
public sealed record DescribedColumn(string Name, string Role, string Type)
{
    /// <summary>The title people read.</summary>
    public required string Title { get; init; }

    /// <summary>What it means.</summary>
    public required string Description { get; init; }

    /// <summary>Whether every row has a value.</summary>
    public bool Required { get; init; }
}
