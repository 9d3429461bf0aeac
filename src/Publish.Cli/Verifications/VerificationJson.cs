using System.Text.Encodings.Web;
using System.Text.Json;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;

namespace Publish.Cli.Verifications;

/// <summary>The result of <c>publish verify</c> as JSON.</summary>
internal static class VerificationJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the result.</summary>
    /// <param name="versions">What was found, by version.</param>
    /// <returns>Indented JSON, ending with a line break; <c>verified</c> is false where there is no version.</returns>
    public static string Write(IReadOnlyList<VersionVerification> versions) =>
        JsonSerializer.Serialize(
            new
            {
                Verified = versions.Count > 0 && versions.All(version => version.IsVerified),
                Versions = versions.Select(version => new
                {
                    version.Folder,
                    version.Title,
                    Verified = version.IsVerified,
                    version.Checks,
                    Findings = version.Findings.Select(ReceiptFinding.Of),
                    version.Attested,
                }),
            },
            Options) + "\n";
}
