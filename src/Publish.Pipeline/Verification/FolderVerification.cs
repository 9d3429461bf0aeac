using System.Text.Json;
using Publish.Codes;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Staging;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Verification;

/// <summary>Checks published versions with nothing but what was published.</summary>
public static class FolderVerification
{
    /// <summary>Checks every version below a folder.</summary>
    /// <param name="folder">A version's folder, or any folder above versions.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="cancellation">Stops the checks.</param>
    /// <returns>One result a version, in the order of their paths; empty when there is none below the folder.</returns>
    public static IReadOnlyList<VersionVerification> Run(string folder, RunSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var root = Path.GetFullPath(folder);
        using var temporary = new TemporaryFolder(settings.TemporaryFolder);
        return [.. VersionsBelow(root).Select(version => Verify(root, version, settings, cancellation))];
    }

    // A version's folder has a certificate or a list of digests, or is named as one: a lost certificate is a finding.
    private static IEnumerable<string> VersionsBelow(string root) =>
        !Directory.Exists(root) ? [] : Directory
            .EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .Where(file => Path.GetFileName(file) is StagingStage.CertificateName or DigestList.FileName)
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static VersionVerification Verify(string root, string version, RunSettings settings, CancellationToken cancellation)
    {
        var checks = new List<AuditFacts>();
        var findings = new List<Finding>();
        var digests = DigestCheck.Run(version);
        checks.Add(new AuditFacts("digests", digests.Examined, digests.Findings.Count));
        findings.AddRange(digests.Findings);
        Certificate? certificate = null;
        try
        {
            certificate = CertificateJson.Read(File.ReadAllBytes(Path.Combine(version, StagingStage.CertificateName)));
            findings.AddRange(DigestCheck.AgainstCertificate(version, certificate));
            Examine(certificate, version, settings, checks, findings, cancellation);
        }
        catch (CodedException e)
        {
            findings.AddRange(e.Findings);
        }
        catch (Exception e) when (e
            is JsonException or IOException or UnauthorizedAccessException or DuckException or ArgumentException
            or InvalidOperationException or KeyNotFoundException or FormatException or ArithmeticException)
        {
            findings.Add(new Finding(AuditCodes.UnreadableRelease, StagingStage.CertificateName));
        }

        return new VersionVerification(
            Path.GetRelativePath(root, version),
            certificate?.Title,
            checks,
            FindingGroup.Of(findings),
            certificate is null ? [] : [.. certificate.Releases.SelectMany(r => r.Attested.Select(a => $"{r.Name}: {a}"))]);
    }

    private static void Examine(
        Certificate certificate,
        string version,
        RunSettings settings,
        List<AuditFacts> checks,
        List<Finding> findings,
        CancellationToken cancellation)
    {
        using var database = RunDatabase.Open(settings, "verify", [version]);
        using var connection = database.Connect();
        var examination = PublicExamination.Of([(certificate, version)], areFilesPublished: true, connection, cancellation);
        checks.AddRange(examination.Facts);
        findings.AddRange(examination.Findings);
    }
}
