using Publish.Codes;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;

namespace Publish.Cli.Tests;

internal static class Some
{
    public static readonly Code Code = new("some-code", "Something is wrong.", "Mend it.");

    public static Receipt Receipt(Verdict verdict) => new()
    {
        Id = "receipt-1",
        Verdict = verdict,
        Agency = "northshire-council",
        Dataset = "road-casualties",
        Edition = "2026-Q2",
        Received = DateTimeOffset.UnixEpoch,
        Finished = DateTimeOffset.UnixEpoch,
        Findings = verdict == Verdict.Accepted
            ? []
            : [new ReceiptFinding(Code.Id, 1, Code.Problem, Code.Remedy, [new ReceiptPlace("row 3", null)])],
    };

    public static VersionVerification Version(params IReadOnlyList<Finding> findings) =>
        new("public/v1.0.0", "Title", [new AuditFacts("digests", 3, findings.Count)], FindingGroup.Of(findings), ["The numbers."]);
}
