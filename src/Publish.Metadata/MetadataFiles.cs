using System.Security.Cryptography;
using Publish.Metadata.Packages;
using Publish.Policies;

namespace Publish.Metadata;

/// <summary>The files that describe a version and lie beside its data.</summary>
public static class MetadataFiles
{
    /// <summary>Describes a version: the Data Package, a CSVW file a release, Croissant, and what changed.</summary>
    /// <param name="certificate">The version's certificate, its releases filled in.</param>
    /// <param name="policy">The policy it was made under, which has an agreement.</param>
    /// <param name="before">The version it is compared with; <see langword="null"/> for the dataset's first.</param>
    /// <param name="reason">Why it supersedes that, where it is of the same edition.</param>
    /// <returns>Names and contents, in ordinal order of the names; the same for the same arguments.</returns>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(
        Certificate certificate, Policy policy, VersionContents? before = null, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(policy);
        var package = DataPackageWriter.Of(certificate, policy);
        IEnumerable<(string Name, byte[] Content)> files =
        [
            (DataPackage.FileName, MetadataJson.Write(package)),
            (CroissantWriter.FileName, MetadataJson.Write(CroissantWriter.Of(package))),
            (VersionChanges.FileName, MetadataJson.Write(VersionChanges.Between(VersionContents.Of(package), before, reason))),
            .. package.Publish.Releases.Select(release =>
                (CsvwWriter.FileName(release.Name), MetadataJson.Write(CsvwWriter.Of(package, release)))),
        ];
        return [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>How a certificate lists such a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its content.</param>
    /// <returns>Name, media type, size and digest.</returns>
    public static CertifiedFile Certified(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var mediaType = name == CroissantWriter.FileName ? "application/ld+json"
            : name.EndsWith(".csv-metadata.json", StringComparison.Ordinal) ? "application/csvm+json"
            : "application/json";
        return new CertifiedFile(name, mediaType, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
