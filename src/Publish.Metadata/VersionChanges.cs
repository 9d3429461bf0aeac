namespace Publish.Metadata;

/// <summary>
/// <c>changes.json</c>: what a version changed against the version of the dataset before it, in files and columns. Never
/// which cells or rows appeared or vanished: that would tell of the people in them.
/// </summary>
public sealed record VersionChanges
{
    /// <summary>The file's name in a version's folder.</summary>
    public const string FileName = "changes.json";

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// The version it is compared with: of the same edition for a correction, else of the edition before it;
    /// <see langword="null"/> for the dataset's first.
    /// </summary>
    public ComparedVersion? Previous { get; init; }

    /// <summary>The version of the same edition that this one supersedes; <see langword="null"/> for the first of its edition.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Why it supersedes it, in the publisher's words; <see langword="null"/> for the first of its edition.</summary>
    public string? Reason { get; init; }

    /// <summary>The files that came, went, or have other content.</summary>
    public required ChangedNames Files { get; init; }

    /// <summary>The columns that came, went, or have another type, as <c>release/column</c>.</summary>
    public required ChangedNames Columns { get; init; }

    /// <summary>Compares two versions of a dataset.</summary>
    /// <param name="now">The version.</param>
    /// <param name="before">The version before; <see langword="null"/> for the dataset's first.</param>
    /// <param name="reason">Why it was corrected; passed over where it corrects nothing.</param>
    /// <returns>What changed.</returns>
    public static VersionChanges Between(VersionContents now, VersionContents? before, string? reason)
    {
        ArgumentNullException.ThrowIfNull(now);
        var isCorrection = before?.Edition == now.Edition;
        return new VersionChanges
        {
            Edition = now.Edition,
            Version = now.Version,
            Previous = before is null ? null : new ComparedVersion(before.Edition, before.Version),
            Supersedes = isCorrection ? before!.Version : null,
            Reason = isCorrection ? reason : null,
            Files = ChangedNames.Between(before?.Files, now.Files),
            Columns = ChangedNames.Between(before?.Columns, now.Columns),
        };
    }
}

/// <summary>A version that another is compared with.</summary>
/// <param name="Edition">Its edition.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
public sealed record ComparedVersion(string Edition, string Version);

/// <summary>Names that differ between two versions, each list in ordinal order.</summary>
/// <param name="Added">Only in the later.</param>
/// <param name="Removed">Only in the earlier.</param>
/// <param name="Changed">In both, not alike.</param>
public sealed record ChangedNames(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    private static readonly Dictionary<string, string> None = [];

    internal static ChangedNames Between(IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string> now)
    {
        before ??= None;
        return new ChangedNames(
            [.. now.Keys.Where(name => !before.ContainsKey(name)).Order(StringComparer.Ordinal)],
            [.. before.Keys.Where(name => !now.ContainsKey(name)).Order(StringComparer.Ordinal)],
            [.. now.Where(pair => before.TryGetValue(pair.Key, out var other) && other != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);
    }
}
