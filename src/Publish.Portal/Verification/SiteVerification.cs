using System.Security.Cryptography;
using System.Text.Json;
using Publish.Codes;
using Publish.Metadata;
using Publish.Portal.Building;

namespace Publish.Portal.Verification;

/// <summary>
/// Checks a whole site in a folder: that its pages are those that were built, that every link leads somewhere, and that
/// what machines read follows its specification and leads to what a dataset's history calls published. The versions themselves are the pipeline's to verify.
/// </summary>
public static class SiteVerification
{
    /// <summary>Whether a folder is the top of a site.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>True where a build left its record.</returns>
    public static bool IsSite(string folder) => File.Exists(Path.Combine(folder, SitePaths.BuildRecord));

    /// <summary>Checks a site.</summary>
    /// <param name="folder">The folder of the site, with <c>data/</c> below it.</param>
    /// <param name="cancellation">Stops the checks.</param>
    /// <returns>One result a check.</returns>
    public static IReadOnlyList<SiteCheck> Run(string folder, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(folder);
        var record = RecordOf(root);
        if (record is null)
        {
            return [new SiteCheck("site-files", 0, [new Finding(PortalCodes.UnreadableFile, SitePaths.BuildRecord)])];
        }

        return
        [
            Files(root, record, cancellation),
            LinkCheck.Run(root, cancellation),
            DatasetChecks.Run(root, cancellation),
            CurrencyCheck.Run(root, record, cancellation),
            Each("data-package", root, "datapackage.json", DataPackageCheck.Run, cancellation),
            Each("csvw", root, "*.csv-metadata.json", CsvwCheck.Run, cancellation),
            Each("croissant", root, "croissant.json", CroissantCheck.Run, cancellation),
            Each("dcat-ap", root, SitePaths.Catalogue, DcatCheck.Run, cancellation),
            Each("atom", root, "*.atom", AtomCheck.Run, cancellation),
            Each("json-feed", root, "*.json", JsonFeedCheck.Run, cancellation),
        ];
    }

    private static BuildRecord? RecordOf(string root)
    {
        try
        {
            return MetadataJson.Read<BuildRecord>(File.ReadAllBytes(Path.Combine(root, SitePaths.BuildRecord)));
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    private static SiteCheck Files(string root, BuildRecord record, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var (path, digest) in record.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Path.GetFullPath(Path.Combine(root, path));
            if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || !File.Exists(file)
                || Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) != digest)
            {
                findings.Add(new Finding(PortalCodes.SiteFileDiffers, path));
            }
        }

        return new SiteCheck("site-files", record.Files.Count, findings);
    }

    // Each rule that a file breaks is a sentence; a file that cannot be read at all breaks the first of its rules.
    private static SiteCheck Each(
        string name, string root, string pattern, Func<string, IEnumerable<string>?> check, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var examined = 0L;
        foreach (var file in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var place = Path.GetRelativePath(root, file);
            try
            {
                if (check(file) is not { } broken)
                {
                    continue;
                }

                examined++;
                findings.AddRange(broken.Select(rule => new Finding(PortalCodes.Specification, place, rule)));
            }
            catch (Exception e) when (e is JsonException or System.Xml.XmlException or InvalidOperationException or FormatException or IOException or KeyNotFoundException)
            {
                findings.Add(new Finding(PortalCodes.UnreadableFile, place));
            }
        }

        return new SiteCheck(name, examined, findings);
    }
}
