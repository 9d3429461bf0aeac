namespace Publish.Storage;

/// <summary>How a blob is written.</summary>
/// <param name="Expected">
/// The tag that must be there: <see langword="null"/> when there must be no blob yet, <see cref="AnyTag"/> for no condition.
/// </param>
public sealed record BlobWrite(string? Expected)
{
    /// <summary>The expectation that is always met.</summary>
    public const string AnyTag = "*";

    // First, since the instances below have it.
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Writes where there is no blob yet.</summary>
    public static readonly BlobWrite New = new((string?)null);

    /// <summary>Writes whatever is there.</summary>
    public static readonly BlobWrite Any = new(AnyTag);

    /// <summary>
    /// What to note beside the content: names of ASCII letters, digits and <c>_</c>, beginning with a letter; values of
    /// printable ASCII. Default: nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = Nothing;

    /// <summary>How long readers may keep the content without asking again, or <see langword="null"/> for nothing said.</summary>
    public TimeSpan? MaximumAge { get; init; }
}
