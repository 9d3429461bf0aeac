using Publish.Metadata.Packages;

namespace Publish.Metadata;

/// <summary>
/// <c>changes.json</c>: what a version changed against the version of the same edition before it, in files and columns. Never
/// which cells or rows appeared or vanished: that would tell of the people in them.
/// </summary>
/// <remarks>
/// Versions of one edition only, so that the file depends on nothing but the edition: what else is published when a run is
/// repeated must not change a byte.
/// </remarks>
public sealed record VersionChanges
{
    /// <summary>The file's name in a version's folder.</summary>
    public const string FileName = "changes.json";

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The version before, which this one supersedes; <see langword="null"/> for the first of its edition.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Why, in the publisher's words; <see langword="null"/> for the first of its edition.</summary>
    public string? Reason { get; init; }

    /// <summary>The files that came, went, or have other content.</summary>
    public required ChangedNames Files { get; init; }

    /// <summary>The columns that came, went, or have another type, as <c>release/column</c>.</summary>
    public required ChangedNames Columns { get; init; }

    /// <summary>Compares two versions of an edition.</summary>
    /// <param name="now">The version.</param>
    /// <param name="before">The version before; <see langword="null"/> for the first of its edition.</param>
    /// <param name="reason">Why it was corrected.</param>
    /// <returns>What changed.</returns>
    public static VersionChanges Between(DataPackage now, DataPackage? before, string? reason)
    {
        ArgumentNullException.ThrowIfNull(now);
        return new VersionChanges
        {
            Edition = now.Publish.Edition,
            Version = now.Publish.Version,
            Supersedes = before?.Publish.Version,
            Reason = before is null ? null : reason,
            Files = ChangedNames.Between(FilesOf(before), FilesOf(now)),
            Columns = ChangedNames.Between(ColumnsOf(before), ColumnsOf(now)),
        };
    }

    private static Dictionary<string, string> FilesOf(DataPackage? package) =>
        package?.Resources.ToDictionary(resource => resource.Path, resource => resource.Hash, StringComparer.Ordinal) ?? [];

    private static Dictionary<string, string> ColumnsOf(DataPackage? package) =>
        package?.Publish.Releases
            .SelectMany(release => release.Columns.Select(column => ($"{release.Name}/{column.Name}", column.Type)))
            .ToDictionary(StringComparer.Ordinal) ?? [];
}

/// <summary>Names that differ between two versions, each list in ordinal order.</summary>
/// <param name="Added">Only in the later.</param>
/// <param name="Removed">Only in the earlier.</param>
/// <param name="Changed">In both, not alike.</param>
public sealed record ChangedNames(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    internal static ChangedNames Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) => new(
        [.. now.Keys.Where(name => !before.ContainsKey(name)).Order(StringComparer.Ordinal)],
        [.. before.Keys.Where(name => !now.ContainsKey(name)).Order(StringComparer.Ordinal)],
        [.. now.Where(pair => before.TryGetValue(pair.Key, out var other) && other != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);
}
