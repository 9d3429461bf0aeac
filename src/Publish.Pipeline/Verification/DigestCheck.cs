using System.Security.Cryptography;
using Publish.Codes;
using Publish.Metadata;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Verification;

/// <summary>Compares a version's files with its list of digests and its certificate: none changed, missing or added.</summary>
internal static class DigestCheck
{
    /// <summary>Compares the files with <c>SHA256SUMS</c>.</summary>
    /// <param name="version">The version's folder.</param>
    /// <returns>The files examined, and what differs.</returns>
    public static (int Examined, IReadOnlyList<Finding> Findings) Run(string version)
    {
        var findings = new List<Finding>();
        IReadOnlyDictionary<string, string> listed;
        try
        {
            listed = DigestList.Read(File.ReadAllText(Path.Combine(version, DigestList.FileName)));
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return (0, [new Finding(AuditCodes.DigestList, DigestList.FileName)]);
        }

        foreach (var (name, digest) in listed.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (!Matches(version, name, digest))
            {
                findings.Add(new Finding(AuditCodes.DigestDiffers, name));
            }
        }

        var added = Directory.EnumerateFiles(version)
            .Select(file => Path.GetFileName(file))
            .Where(name => name != DigestList.FileName && !listed.ContainsKey(name));
        findings.AddRange(added.Order(StringComparer.Ordinal).Select(name => new Finding(AuditCodes.UnlistedFile, name)));
        return (listed.Count, findings);
    }

    /// <summary>Compares the files with the certificate.</summary>
    /// <param name="version">The version's folder.</param>
    /// <param name="certificate">Its certificate.</param>
    /// <returns>What differs.</returns>
    public static IEnumerable<Finding> AgainstCertificate(string version, Certificate certificate) =>
        certificate.Releases
            .SelectMany(release => release.Files)
            .Concat(certificate.Files ?? [])
            .Where(file => !Matches(version, file.Name, file.Sha256))
            .Select(file => new Finding(AuditCodes.DigestDiffers, $"{file.Name} ({StagingStage.CertificateName})"));

    private static bool Matches(string version, string name, string digest)
    {
        // A list could name anything; only files of the version's own folder are opened.
        if (Path.GetFileName(name) != name || !File.Exists(Path.Combine(version, name)))
        {
            return false;
        }

        using var stream = File.OpenRead(Path.Combine(version, name));
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == digest;
    }
}
