using Publish.Cli.Terminals;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;
using Publish.Portal.Verification;

namespace Publish.Cli.Verifications;

/// <summary>The result of <c>publish verify</c> as JSON.</summary>
internal static class VerificationJson
{
    /// <summary>Writes the result.</summary>
    /// <param name="versions">What was found, by version.</param>
    /// <param name="sites">What was found, by site.</param>
    /// <returns>Indented JSON, ending with a line break; <c>verified</c> is false where there is no version and no site.</returns>
    public static string Write(
        IReadOnlyList<VersionVerification> versions, IReadOnlyDictionary<string, IReadOnlyList<SiteCheck>> sites) =>
        OutputJson.Write(
            new
            {
                Verified = versions.Count + sites.Count > 0
                    && versions.All(version => version.IsVerified)
                    && sites.Values.All(checks => checks.All(check => check.Findings.Count == 0)),
                Versions = versions.Select(version => new
                {
                    version.Folder,
                    version.Title,
                    Verified = version.IsVerified,
                    version.Checks,
                    Findings = version.Findings.Select(ReceiptFinding.Of),
                    version.Attested,
                }),
                Sites = sites.Select(site => new
                {
                    Folder = site.Key,
                    Checks = site.Value.Select(check => new
                    {
                        check.Name,
                        check.Examined,
                        Findings = FindingGroup.Of(check.Findings).Select(ReceiptFinding.Of),
                    }),
                }),
            });
}
