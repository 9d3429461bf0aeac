namespace Publish.Portal.Verification;

/// <summary>What a <c>latest.json</c> says, read by a program that only follows it.</summary>
/// <param name="Edition">The edition it leads to.</param>
/// <param name="Version">The version.</param>
/// <param name="Published">When that was published.</param>
internal sealed record LatestPointer(string Edition, string Version, DateTimeOffset Published)
{
    /// <summary>The file's name in the folder of an edition or of a dataset.</summary>
    public const string FileName = "latest.json";

    /// <summary>The version's files; <see langword="null"/> for a tombstone.</summary>
    public IReadOnlyList<PointedFile>? Files { get; init; }

    /// <summary>When the version was withdrawn; <see langword="null"/> where it was not.</summary>
    public DateTimeOffset? Withdrawn { get; init; }
}

/// <summary>A file that a pointer leads to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
/// <param name="Url">Its address, relative to the pointer's folder.</param>
internal sealed record PointedFile(string Name, long Bytes, string Sha256, string Url);
