using System.Security.Cryptography;
using System.Text;
using Publish.Pipeline.Parts;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>
/// What the name of an upload tells: <c>uploads/{agency}/{dataset}/{edition}/{file}</c>, or with one folder more the name
/// of a part or of the marker that closes the folder. Whoever may write uploads chooses the name, so nothing in it is used
/// before it is checked.
/// </summary>
public sealed record UploadIdentity
{
    private const int SegmentsOfFile = 5;
    private const int SegmentsOfPart = 6;
    private const int KeyBytes = 16;

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

    /// <summary>What the name is of.</summary>
    public UploadKind Kind { get; init; }

    /// <summary>The name of what the file lies in: of a part or marker, its folder.</summary>
    public string FolderPath => Name!.Value.Value[..Name.Value.Value.LastIndexOf('/')];

    /// <summary>The last segment of the name.</summary>
    public string FileName => Name!.Value.Value[(Name.Value.Value.LastIndexOf('/') + 1)..];

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
        var kind = KindOf(parts);
        var isRight = edition is not null
            && parts[0] == Containers.Uploads
            && BlobName.IsName(name)
            && kind is not null;
        return new UploadIdentity
        {
            Key = Digest(name + "\n" + tag),
            Name = isRight ? new BlobName(name) : null,
            Tag = tag,
            Kind = kind ?? UploadKind.File,
            Agency = agency,
            Dataset = dataset,
            Edition = edition,
        };

        string? At(int part) => part < parts.Length ? parts[part] : null;
    }

    private static UploadKind? KindOf(string[] segments) => segments.Length switch
    {
        SegmentsOfFile when !IsHidden(segments[^1]) => UploadKind.File,
        SegmentsOfPart when PartList.IsPart(segments[^2]) && segments[^1] == UploadFolder.Marker => UploadKind.Marker,
        SegmentsOfPart when PartList.IsPart(segments[^2]) && PartList.IsPart(segments[^1]) => UploadKind.Part,
        _ => null,
    };

    // Names that programs give to what they leave beside their files.
    private static bool IsHidden(string file) => file.StartsWith('_') || file.StartsWith('.');

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, KeyBytes));
}
