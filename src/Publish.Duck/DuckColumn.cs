namespace Publish.Duck;

/// <summary>A column's name and type.</summary>
/// <param name="Name">The name, as the query or the file gives it. From a file it is not to be trusted or logged.</param>
/// <param name="Type">The logical type.</param>
public sealed record DuckColumn(string Name, DuckType Type);
