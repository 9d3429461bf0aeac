using System.Security.Cryptography;

namespace Publish.Portal.Rendering;

/// <summary>
/// The style sheet and the scripts. Their folder is named by their digest, so that a page that was fetched before a change
/// goes on with those it was made for, and a script finds those it imports beside it.
/// </summary>
public sealed class SiteAssets
{
    /// <summary>Where they lie.</summary>
    public const string Folder = "assets/";

    private SiteAssets(SortedDictionary<string, byte[]> files) => (Files, Digest) = (files, DigestOf(files.Values));

    /// <summary>Their content by their name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>The beginning of a digest of all of them.</summary>
    public string Digest { get; }

    /// <summary>Reads them from the assembly.</summary>
    public static SiteAssets Read() => new(new SortedDictionary<string, byte[]>(
        typeof(SiteAssets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], Read),
        StringComparer.Ordinal));

    /// <summary>Where one of them lies.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A path relative to the site.</returns>
    public string PathOf(string name) =>
        Files.ContainsKey(name) ? $"{Folder}{Digest}/{name}" : throw new ArgumentException("There is no such asset.", nameof(name));

    private static string DigestOf(IEnumerable<byte[]> contents) =>
        Convert.ToHexStringLower(SHA256.HashData([.. contents.SelectMany(content => SHA256.HashData(content))]))[..12];

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
