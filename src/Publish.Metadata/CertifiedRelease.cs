namespace Publish.Metadata;

/// <summary>One release of a version, as its certificate describes it.</summary>
public sealed record CertifiedRelease
{
    /// <summary>The release's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>table</c> or <c>records</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The text that stands for "all" in a table's key columns; <see langword="null"/> for records.</summary>
    public string? TotalMark { get; init; }

    /// <summary>The same content in each format.</summary>
    public required IReadOnlyList<CertifiedFile> Files { get; init; }

    /// <summary>The keys, in the order of the columns.</summary>
    public required IReadOnlyList<CertifiedKey> Keys { get; init; }

    /// <summary>The columns that are not keys, in order.</summary>
    public required IReadOnlyList<CertifiedColumn> Columns { get; init; }

    /// <summary>The rules that protect it.</summary>
    public required IReadOnlyList<CertifiedRule> Rules { get; init; }

    /// <summary>The attacks of the audit, each of which failed on the files as published.</summary>
    public required IReadOnlyList<string> Audit { get; init; }

    /// <summary>What a reader of the files alone cannot recount and has to believe, one sentence each.</summary>
    public required IReadOnlyList<string> Attested { get; init; }
}
