using System.Text.Json.Serialization;

namespace Publish.Metadata.Packages;

/// <summary>A file of a data package.</summary>
public sealed record PackageResource
{
    /// <summary>A name unique in the package, without the period.</summary>
    public required string Name { get; init; }

    /// <summary>What it is: a table of rows.</summary>
    public string Type { get; init; } = "table";

    /// <summary>The title people read.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>The file's name.</summary>
    public required string Path { get; init; }

    /// <summary><c>csv</c> or <c>parquet</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The media type.</summary>
    [JsonPropertyName("mediatype")]
    public required string MediaType { get; init; }

    /// <summary>The encoding of text files.</summary>
    public string? Encoding { get; init; }

    /// <summary>How a CSV file is written, where the standard's default is another.</summary>
    public TableDialect? Dialect { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The digest: <c>sha256:</c> and lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The columns.</summary>
    public required TableSchema Schema { get; init; }
}
