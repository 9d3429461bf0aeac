using System.Security.Cryptography;
using System.Text;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>
/// What the name of an upload tells: <c>uploads/{agency}/{dataset}/{edition}/{file}</c>. Whoever may write uploads chooses
/// the name, so nothing in it is used before it is checked.
/// </summary>
public sealed record UploadIdentity
{
    private const int PartsOfFile = 5;
    private const int PartsOfPart = 6;
    private const int KeyBytes = 16;

    /// <summary>The marker that closes a folder of parts.</summary>
    public const string Marker = "_SUCCESS";

    /// <summary>The ledger's name for it: a digest of name and tag.</summary>
    public required string Key { get; init; }

    /// <summary>The upload's name, or <see langword="null"/> where it is none that may be used.</summary>
    public BlobName? Name { get; init; }

    /// <summary>The tag that tells the content.</summary>
    public required string Tag { get; init; }

    /// <summary>The agency, where it is a name.</summary>
    public string? Agency { get; init; }

    /// <summary>The dataset, where it is a name.</summary>
    public string? Dataset { get; init; }

    /// <summary>The edition, where it is one.</summary>
    public string? Edition { get; init; }

    /// <summary>Whether it is a part of a folder, or the marker that closes one.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether everything about the name is right.</summary>
    public bool IsRight => Name is not null && Edition is not null;

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name as it came, with anything in it.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>What it tells.</returns>
    public static UploadIdentity Of(string name, string tag)
    {
        var parts = name.Split('/');
        var agency = At(1) is { } a && Names.IsName(a) ? a : null;
        var dataset = agency is not null && At(2) is { } d && Names.IsName(d) ? d : null;
        var edition = dataset is not null && At(3) is { } e && Names.IsEdition(e) ? e : null;
        var isRight = edition is not null
            && parts[0] == Containers.Uploads
            && (parts.Length == PartsOfFile || parts.Length == PartsOfPart)
            && BlobName.IsName(name)
            && !(parts.Length == PartsOfFile && IsHidden(parts[^1]))
            && !(parts.Length == PartsOfPart && IsHidden(parts[^2]));
        return new UploadIdentity
        {
            Key = Digest(name + "\n" + tag),
            Name = isRight ? new BlobName(name) : null,
            Tag = tag,
            Agency = agency,
            Dataset = dataset,
            Edition = edition,
            IsPart = isRight && parts.Length == PartsOfPart,
        };

        string? At(int part) => part < parts.Length ? parts[part] : null;
    }

    /// <summary>Whether a file's name is of those that writers of parts leave beside them.</summary>
    /// <param name="file">The name without its folders.</param>
    /// <returns>True for names beginning with <c>.</c> or <c>_</c>.</returns>
    public static bool IsHidden(string file) => file.StartsWith('_') || file.StartsWith('.');

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, KeyBytes));
}
